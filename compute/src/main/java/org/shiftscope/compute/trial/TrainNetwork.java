package org.shiftscope.compute.trial;

import java.util.Locale;
import java.util.function.DoubleConsumer;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.descent.Course;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.DatasetLoss.Evaluation;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.SgdCourse;

/**
 * SGD from a network's initialisation, in float32, for trials that go on to measure at its end.
 *
 * @param network what is trained
 * @param images which dataset it takes
 * @param course how long it is trained
 * @param temperature T
 * @param poll called between layers; may throw to stop
 */
record TrainNetwork(
    NetworkSpec network, DatasetName images, SgdCourse course, double temperature, Runnable poll) {

  /**
   * Trains.
   *
   * @param streams the trial's streams: {@code initialisation} and {@code shuffle} are split off
   * @param progress hears the share of the steps taken
   * @return θ, shape [d]
   * @throws org.shiftscope.compute.descent.Divergence where the loss leaves the finite numbers
   */
  double[] run(Dataset dataset, RandomStreams streams, DoubleConsumer progress) {
    try (Network single = new Network(network, images, Precision.SINGLE, poll)) {
      return StochasticGradientDescent.run(
          single,
          dataset.train(),
          new StochasticGradientDescent.Plan(
              course.sgd().batchSize(),
              course.stepsAt(temperature),
              new StepSize(course.learningRate(temperature), course.sgd().lambda())),
          single.initialise(streams),
          streams,
          Course.whole(progress));
    }
  }

  /** A network to measure with at the end; the caller closes it. */
  Network measuring() {
    return new Network(network, images, TemperatureTrial.measuringPrecision(network), poll);
  }

  /** What is reported of the end. {@code theta}: shape [d], not modified. */
  SgdEnd end(Network measuring, Dataset dataset, double[] theta) {
    Evaluation train = new DatasetLoss(measuring, dataset.train(), 0).evaluate(theta);
    Evaluation test = new DatasetLoss(measuring, dataset.test(), 0).evaluate(theta);
    long steps = course.stepsAt(temperature);
    double rate = course.learningRate(temperature);
    return new SgdEnd(
        rate,
        steps,
        (double) steps / course.batchesPerEpoch(),
        rate * steps,
        course.capped(temperature),
        train.loss(),
        test.loss(),
        train.accuracy(),
        test.accuracy());
  }

  /** What to do about SGD that diverged. */
  String sayDiverged(long step) {
    return String.format(
        Locale.ROOT,
        "SGD diverged at step %d of %d: a learning rate of %.3g (T = %.3g, batch size %d) is too large for this network. Try"
            + " lower temperatures or a smaller batch.",
        step,
        course.stepsAt(temperature),
        course.learningRate(temperature),
        temperature,
        course.sgd().batchSize());
  }
}
