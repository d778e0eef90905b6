package org.shiftscope.compute.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.DrawNoise;
import org.shiftscope.compute.estimate.Speed;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.estimate.Timing;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.LineLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TrainedExperiment;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;

/**
 * Times the steps of which trials with a network are made, each on real ones. Sorts that make less
 * than a hundredth of the work are taken by their weight.
 */
public final class TimeTraining {

  /** Enough samples to time on; the speed does not depend on the rest. */
  private static final int SAMPLES = 2_000;

  private static final int ALONE = 100;
  private static final double LEAST = 0.01;

  /** So small a rate that nothing can diverge: a step takes the same time at any. */
  private static final double HARMLESS = 1e-6;

  private final TrainingSpec training;
  private final LongSupplier nanoTime;
  private final Precision precision;
  private final Samples train;
  private final Samples few;

  /**
   * Prepares.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   */
  public TimeTraining(TrainedExperiment spec, DataFolder folder, LongSupplier nanoTime) {
    this(
        spec.training(),
        spec.datasets(),
        TrainNetwork.measuringPrecision(spec.network()),
        folder,
        nanoTime);
  }

  /**
   * Prepares where trials measure in another precision than is fast.
   *
   * @param datasets those of all trials, at least one
   * @param precision in which they measure
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   */
  public TimeTraining(
      TrainingSpec training,
      List<DatasetSpec> datasets,
      Precision precision,
      DataFolder folder,
      LongSupplier nanoTime) {
    this.training = training;
    this.nanoTime = nanoTime;
    this.precision = precision;
    DatasetSpec samples = few(training, datasets);
    Dataset dataset = folder.open(samples);
    train = dataset.train();
    int microBatch = Network.microBatch(training.network(), samples.name(), precision);
    few = first(train, microBatch, samples.name().sampleSize());
  }

  private static DatasetSpec few(TrainingSpec training, List<DatasetSpec> datasets) {
    DatasetSpec largest =
        datasets.stream()
            .max(Comparator.comparing(each -> each.trainSamples() + each.testSamples()))
            .orElseThrow();
    return new DatasetSpec(
        largest.name(),
        Math.min(largest.trainSamples(), Math.max(SAMPLES, training.sgd().batchSize())),
        Math.min(largest.testSamples(), SAMPLES));
  }

  /**
   * Times.
   *
   * @param costs of some trial
   * @param own for sorts of steps of the kind's own: times one, in seconds
   */
  public Timing time(List<StageCost> costs, Map<String, DoubleSupplier> own) {
    double all = costs.stream().mapToDouble(StageCost::gradients).sum();
    double sgd = secondsOf(TrainingStep.SGD);
    double gradient = secondsOf(TrainingStep.GRADIENT);
    Map<String, Double> seconds = new HashMap<>();
    for (StageCost cost : costs) {
      seconds.computeIfAbsent(
          cost.step(),
          step ->
              cost.gradients() < LEAST * all
                  ? cost.weight() * gradient
                  : own.containsKey(step)
                      ? own.get(step).getAsDouble()
                      : secondsOf(TrainingStep.valueOf(step)));
    }
    seconds.put(TrainingStep.SGD.name(), sgd);
    seconds.put(TrainingStep.GRADIENT.name(), gradient);
    return new Timing(new Speed(1 / sgd, Speed.Unit.SAMPLES), seconds);
  }

  /** Times a step of SGD: seconds for each of its samples. */
  public double secondsOfSgd() {
    return secondsOf(TrainingStep.SGD);
  }

  private double secondsOf(TrainingStep step) {
    return switch (step) {
      case SGD -> sgd();
      case GRADIENT -> of(few, at -> () -> at.loss.valueAndGradient(at.theta, at.result));
      case LOSS -> of(few, TimeTraining::onTheLine);
      case EVALUATION -> of(few, at -> () -> at.loss.evaluate(at.theta));
      case PRODUCT -> of(few, at -> () -> at.loss.hessianTimes(at.theta, at.along, at.result));
      case COVARIANCE_PRODUCT ->
          of(few, at -> () -> at.loss.sampleGradientsTimes(at.theta, at.along, at.result));
      case ALONE ->
          of(
              first(few, ALONE, training.dataset().name().sampleSize()),
              at -> () -> at.loss.eachSampleGradient(at.theta, 0, gradient -> {}));
    };
  }

  private double sgd() {
    try (Network network = network(Precision.SINGLE)) {
      RandomStreams streams = RandomStreams.of(0);
      int[] order = streams.permutation(train.count());
      SgdSpec sgd = training.sgd();
      SgdSteps steps =
          new SgdSteps(
              network,
              train,
              sgd.batchSize(),
              new SgdSteps.StepSize(HARMLESS, sgd.lambda(), sgd.momentum()),
              network.initialise(streams));
      Optional<DrawNoise> noise =
          sgd.noise()
              .map(each -> new DrawNoise(each, sgd.batchSize(), network.parameterCount(), streams));
      Runnable step = stepByStep(steps, order, noise);
      return TimeSteps.median(step, nanoTime) / sgd.batchSize() + shuffling(streams);
    }
  }

  /** Each on the next samples, with noise of its own. */
  private Runnable stepByStep(SgdSteps steps, int[] order, Optional<DrawNoise> noise) {
    int batchSize = training.sgd().batchSize();
    int batches = order.length / batchSize;
    var number = new AtomicLong();
    return () -> {
      long step = number.getAndIncrement();
      int first = (int) (step % batches) * batchSize;
      if (noise.isEmpty()) {
        steps.step(order, first);
      } else {
        steps.gradient(order, first);
        steps.descend(noise.get().at(step, 1));
      }
    };
  }

  /** A sample's share of the order of an epoch, in seconds. */
  private double shuffling(RandomStreams streams) {
    return TimeSteps.median(() -> streams.permutation(train.count()), nanoTime) / train.count();
  }

  private double of(Samples samples, Function<At, Runnable> step) {
    try (Network network = network(precision)) {
      var loss = new DatasetLoss(network, samples, training.sgd().lambda());
      double[] theta = network.initialise(RandomStreams.of(0));
      double[] along = network.initialise(RandomStreams.of(1));
      var at = new At(loss, theta, along, new double[theta.length]);
      return TimeSteps.median(step.apply(at), nanoTime) / samples.count();
    }
  }

  private static Runnable onTheLine(At at) {
    LineLoss line = at.loss.along(at.theta, at.along);
    line.load(0);
    return () -> line.at(0.5);
  }

  /** A point, a direction, and where a result goes; each of shape [d]. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record At(DatasetLoss loss, double[] theta, double[] along, double[] result) {}

  private Network network(Precision of) {
    return new Network(training.network(), training.dataset().name(), of);
  }

  private static Samples first(Samples samples, int count, int size) {
    int kept = Math.min(count, samples.count());
    float[] features = Arrays.copyOf(samples.features(), kept * size);
    byte[] classes = Arrays.copyOf(samples.classes(), kept);
    return new Samples(features, classes, samples.levels());
  }
}
