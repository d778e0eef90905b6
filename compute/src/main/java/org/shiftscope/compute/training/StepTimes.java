package org.shiftscope.compute.training;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.data.Samples;
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
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageCost;

/**
 * Seconds that one sample takes in each of a trial's stages, timed on real steps.
 *
 * @param sgdSample in an SGD step
 * @param gradientSample in a full-data gradient of the refinement
 * @param lossSample in a loss on the line
 */
public record StepTimes(double sgdSample, double gradientSample, double lossSample) {

  /** Enough samples to time on; the speed does not depend on the rest. */
  private static final int SAMPLES = 2_000;

  /**
   * Times.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   * @throws org.shiftscope.compute.data.DatasetUnavailable where the dataset cannot be read
   */
  public static StepTimes measure(TrainingSpec training, DataFolder folder, LongSupplier nanoTime) {
    Dataset dataset = folder.open(few(training));
    Precision precision = TrainNetwork.measuringPrecision(training.network());
    int microBatch = Network.microBatch(training.network(), training.dataset().name(), precision);
    Samples few = first(dataset.train(), microBatch, training.dataset().name().sampleSize());
    return new StepTimes(
        sgd(training, dataset.train(), nanoTime),
        gradient(training, few, precision, nanoTime),
        loss(training, few, precision, nanoTime));
  }

  private static DatasetSpec few(TrainingSpec training) {
    DatasetSpec all = training.dataset();
    return new DatasetSpec(
        all.name(),
        Math.min(all.trainSamples(), Math.max(SAMPLES, training.sgd().batchSize())),
        Math.min(all.testSamples(), SAMPLES));
  }

  /**
   * The time of trials: what SGD costs takes {@link #sgdSample}, and what any other stage costs
   * {@link #gradientSample}.
   *
   * @param costs of the stages of a trial
   * @param own seconds of a gradient in stages that take other than that
   */
  public Timing timing(IntFunction<List<StageCost>> costs, Map<String, Double> own) {
    Map<String, Double> seconds = new HashMap<>(own);
    seconds.put(TrainNetwork.SGD, sgdSample);
    return new Timing(
        new Speed(1 / sgdSample, Speed.Unit.SAMPLES),
        trial ->
            costs.apply(trial).stream()
                .mapToDouble(
                    stage ->
                        stage.gradients() * seconds.getOrDefault(stage.stage(), gradientSample))
                .sum());
  }

  private static double sgd(TrainingSpec training, Samples samples, LongSupplier nanoTime) {
    try (Network network = network(training, Precision.SINGLE)) {
      RandomStreams streams = RandomStreams.of(0);
      int[] order = streams.permutation(samples.count());
      SgdSteps steps =
          new SgdSteps(
              network,
              samples,
              training.sgd().batchSize(),
              // So small a rate that nothing can diverge: a step takes the same time at any.
              new SgdSteps.StepSize(1e-6, training.sgd().lambda()),
              network.initialise(streams));
      return TimeSteps.median(() -> steps.step(order, 0), nanoTime) / training.sgd().batchSize();
    }
  }

  private static double gradient(
      TrainingSpec training, Samples samples, Precision precision, LongSupplier nanoTime) {
    try (Network network = network(training, precision)) {
      DatasetLoss loss = new DatasetLoss(network, samples, training.sgd().lambda());
      double[] theta = network.initialise(RandomStreams.of(0));
      double[] gradient = new double[theta.length];
      return TimeSteps.median(() -> loss.valueAndGradient(theta, gradient), nanoTime)
          / samples.count();
    }
  }

  private static double loss(
      TrainingSpec training, Samples samples, Precision precision, LongSupplier nanoTime) {
    try (Network network = network(training, precision)) {
      DatasetLoss loss = new DatasetLoss(network, samples, training.sgd().lambda());
      LineLoss line =
          loss.along(
              network.initialise(RandomStreams.of(0)), network.initialise(RandomStreams.of(1)));
      line.load(0);
      return TimeSteps.median(() -> line.at(0.5), nanoTime) / samples.count();
    }
  }

  private static Network network(TrainingSpec training, Precision precision) {
    return new Network(training.network(), training.dataset().name(), precision);
  }

  private static Samples first(Samples samples, int count, int size) {
    int kept = Math.min(count, samples.count());
    float[] features = Arrays.copyOf(samples.features(), kept * size);
    byte[] classes = Arrays.copyOf(samples.classes(), kept);
    return new Samples(features, classes);
  }
}
