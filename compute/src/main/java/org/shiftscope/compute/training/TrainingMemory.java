package org.shiftscope.compute.training;

import java.util.Comparator;
import java.util.List;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.TrainingSpec;

/** The memory of trials that train a network: by arithmetic alone, and exact in long. */
public final class TrainingMemory {

  /** Vectors of d numbers in Java's heap of every trial: SGD's points, and what is kept of it. */
  private static final int OF_SGD = 8;

  /** Vectors of d numbers of the network itself, outside the heap, and what kernels make of θ. */
  private static final int OF_NETWORK = 6;

  private final TrainingSpec spec;
  private final List<DatasetSpec> datasets;
  private final int ownVectors;
  private final long d;
  private final long activations;
  private final Precision precision;

  private TrainingMemory(
      TrainingSpec spec, List<DatasetSpec> datasets, int ownVectors, Precision precision) {
    this.spec = spec;
    this.datasets = datasets;
    this.ownVectors = ownVectors;
    d = Network.parameterCount(spec.network(), spec.dataset().name());
    activations = Network.activationCount(spec.network(), spec.dataset().name());
    this.precision = precision;
  }

  /**
   * The samples as float32, once where all trials have the same; for each trial its activations and
   * its vectors.
   *
   * @param datasets those of all trials, each once; at least one
   * @param ownVectors of d numbers that it has at the same time, beside SGD's
   */
  public static TrialMemory of(TrainingSpec spec, List<DatasetSpec> datasets, int ownVectors) {
    return of(spec, datasets, ownVectors, TrainNetwork.measuringPrecision(spec.network()));
  }

  /**
   * The same of trials that measure in another precision than is fast.
   *
   * @param precision in which they measure
   */
  public static TrialMemory of(
      TrainingSpec spec, List<DatasetSpec> datasets, int ownVectors, Precision precision) {
    var memory = new TrainingMemory(spec, datasets, ownVectors, precision);
    return new TrialMemory(List.of(memory.samples(), memory.batch(), memory.network()));
  }

  /**
   * Vectors of d numbers that one field of the spec rules, as a part of a trial's memory.
   *
   * @param count how many are kept at the same time
   */
  public static TrialMemory.Part vectors(
      TrainingSpec spec, long count, String field, String advice) {
    return new TrialMemory.Part(
        field,
        advice,
        false,
        vectors(count, Network.parameterCount(spec.network(), spec.dataset().name())));
  }

  /**
   * Passes over chunks of the train samples, and over the chunk that is left, beside those over
   * micro-batches.
   *
   * @param samples of a chunk, of which no more go through at once than in a micro-batch
   */
  public static TrialMemory.Part chunks(TrainingSpec spec, int samples) {
    var memory =
        new TrainingMemory(spec, List.of(), 0, TrainNetwork.measuringPrecision(spec.network()));
    long atOnce =
        Math.min(
            samples, Network.microBatch(spec.network(), spec.dataset().name(), memory.precision));
    return new TrialMemory.Part(
        "network." + memory.rulingField(),
        memory.narrower(),
        false,
        new Memory(0, 2 * 3 * memory.precision.bytes() * memory.activations * atOnce));
  }

  private static Memory vectors(long count, long d) {
    return new Memory(8 * count * d, 0);
  }

  private TrialMemory.Part samples() {
    DatasetSpec dataset =
        datasets.stream().max(Comparator.comparing(TrainingMemory::samples)).orElseThrow();
    return new TrialMemory.Part(
        dataset.trainSamples() >= dataset.testSamples()
            ? "dataset.trainSamples"
            : "dataset.testSamples",
        "fewer samples",
        datasets.size() == 1,
        new Memory(4L * dataset.name().sampleSize() * samples(dataset), 0));
  }

  /** Those that are read, of which only some may be drawn. */
  private static long samples(DatasetSpec dataset) {
    return dataset.given().samples();
  }

  private TrialMemory.Part batch() {
    return new TrialMemory.Part(
        "sgd.batchSize",
        "smaller minibatches or a smaller network",
        false,
        new Memory(0, 4 * activations * spec.sgd().batchSize()));
  }

  private TrialMemory.Part network() {
    long atOnce = datasets.stream().mapToLong(this::atOnce).max().orElseThrow();
    long arrays = precision.bytes() * (3 * activations * atOnce + OF_NETWORK * d);
    return new TrialMemory.Part(
        "network." + rulingField(),
        narrower(),
        false,
        vectors(OF_SGD + ofNoise() + ownVectors, d).plus(new Memory(0, arrays)));
  }

  /** Those of {@code descent.DrawNoise}; a velocity is among SGD's own. */
  private int ofNoise() {
    return spec.sgd().noise().isPresent() ? 3 : 0;
  }

  private String narrower() {
    return "a smaller width"
        + (spec.network() instanceof NetworkSpec.Mlp ? " or smaller layers" : "");
  }

  private long atOnce(DatasetSpec dataset) {
    long microBatch = Network.microBatch(spec.network(), dataset.name(), precision);
    // The last micro-batches of the two sets have arrays of their own.
    return microBatch + dataset.trainSamples() % microBatch + dataset.testSamples() % microBatch;
  }

  private String rulingField() {
    return rulingField(spec.network());
  }

  /** The field of a network that its parameters grow with. */
  public static String rulingField(NetworkSpec network) {
    return switch (network) {
      case NetworkSpec.Mlp _ -> "hidden";
      case NetworkSpec.Cnn _, NetworkSpec.Vgg9 _, NetworkSpec.Vgg16 _, NetworkSpec.ResNet10 _ ->
          "width";
    };
  }
}
