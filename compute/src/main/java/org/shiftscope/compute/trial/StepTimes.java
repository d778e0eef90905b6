package org.shiftscope.compute.trial;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.LineLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.TemperatureSweep;

/**
 * Seconds that one sample takes in each of a trial's stages, timed on real steps.
 *
 * @param sgdSample in an SGD step
 * @param gradientSample in a full-data gradient of the refinement
 * @param lossSample in a loss on the line
 */
record StepTimes(double sgdSample, double gradientSample, double lossSample) {

  private static final double SECONDS_EACH = 0.2;
  private static final int WARM_UP = 3;

  static StepTimes measure(TemperatureSweep sweep, Dataset dataset, LongSupplier nanoTime) {
    Precision precision = TemperatureTrial.measuringPrecision(sweep.network());
    int microBatch = Network.microBatch(sweep.network(), sweep.dataset().name(), precision);
    Samples few = first(dataset.train(), microBatch, sweep.dataset().name().sampleSize());
    return new StepTimes(
        sgd(sweep, dataset.train(), nanoTime),
        gradient(sweep, few, precision, nanoTime),
        loss(sweep, few, precision, nanoTime));
  }

  private static double sgd(TemperatureSweep sweep, Samples samples, LongSupplier nanoTime) {
    try (Network network = network(sweep, Precision.SINGLE)) {
      RandomStreams streams = RandomStreams.of(0);
      int[] order = streams.permutation(samples.count());
      SgdSteps steps =
          new SgdSteps(
              network,
              samples,
              sweep.sgd().batchSize(),
              // So small a rate that nothing can diverge: a step takes the same time at any.
              new SgdSteps.StepSize(1e-6, sweep.sgd().lambda()),
              network.initialise(streams));
      return time(() -> steps.step(order, 0), nanoTime) / sweep.sgd().batchSize();
    }
  }

  private static double gradient(
      TemperatureSweep sweep, Samples samples, Precision precision, LongSupplier nanoTime) {
    try (Network network = network(sweep, precision)) {
      DatasetLoss loss = new DatasetLoss(network, samples, sweep.sgd().lambda());
      double[] theta = network.initialise(RandomStreams.of(0));
      double[] gradient = new double[theta.length];
      return time(() -> loss.valueAndGradient(theta, gradient), nanoTime) / samples.count();
    }
  }

  private static double loss(
      TemperatureSweep sweep, Samples samples, Precision precision, LongSupplier nanoTime) {
    try (Network network = network(sweep, precision)) {
      DatasetLoss loss = new DatasetLoss(network, samples, sweep.sgd().lambda());
      LineLoss line =
          loss.along(
              network.initialise(RandomStreams.of(0)), network.initialise(RandomStreams.of(1)));
      line.load(0);
      return time(() -> line.at(0.5), nanoTime) / samples.count();
    }
  }

  private static Network network(TemperatureSweep sweep, Precision precision) {
    return new Network(sweep.network(), sweep.dataset().name(), precision);
  }

  private static Samples first(Samples samples, int count, int size) {
    int kept = Math.min(count, samples.count());
    float[] features = Arrays.copyOf(samples.features(), kept * size);
    byte[] classes = Arrays.copyOf(samples.classes(), kept);
    return new Samples(features, classes);
  }

  /** Mean seconds of a step, after a few that the compiler needs. */
  private static double time(Runnable step, LongSupplier nanoTime) {
    for (int i = 0; i < WARM_UP; i++) {
      step.run();
    }
    long start = nanoTime.getAsLong();
    long steps = 0;
    double seconds = 0;
    while (seconds < SECONDS_EACH) {
      step.run();
      steps++;
      seconds = (nanoTime.getAsLong() - start) / 1e9;
    }
    return seconds / steps;
  }
}
