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
import org.shiftscope.compute.spec.SgdCourse;
import org.shiftscope.compute.spec.TrainingSpec;

/**
 * SGD from a network's initialisation, in float32, and what is told of its end.
 *
 * @param training what is trained, and how
 * @param trial the trial's number
 * @param poll called between layers; may throw to stop
 */
record TrainNetwork(TrainingSpec training, int trial, Runnable poll) {

  /**
   * Trains.
   *
   * @param streams the trial's streams: {@code initialisation} and {@code shuffle} are split off
   * @param progress hears the share of the steps taken
   * @return θ, shape [d]
   * @throws org.shiftscope.compute.descent.Divergence where the loss leaves the finite numbers
   */
  double[] run(Dataset dataset, RandomStreams streams, DoubleConsumer progress) {
    try (Network single = network(Precision.SINGLE)) {
      return StochasticGradientDescent.run(
          single,
          dataset.train(),
          plan(),
          single.initialise(streams),
          streams,
          Course.whole(progress));
    }
  }

  /** The steps that SGD takes. */
  StochasticGradientDescent.Plan plan() {
    return new StochasticGradientDescent.Plan(
        training.sgd().batchSize(),
        course().stepsAt(temperature()),
        new StepSize(course().learningRate(temperature()), training.sgd().lambda()));
  }

  /** The network; the caller closes it. */
  Network network(Precision precision) {
    return new Network(training.network(), training.dataset().name(), precision, poll);
  }

  /** A network to measure with at the end; the caller closes it. */
  Network measuring() {
    return network(TemperatureTrial.measuringPrecision(training.network()));
  }

  /** What is reported of the end. {@code theta}: shape [d], not modified. */
  SgdEnd end(Network measuring, Dataset dataset, double[] theta) {
    Evaluation train = new DatasetLoss(measuring, dataset.train(), 0).evaluate(theta);
    Evaluation test = new DatasetLoss(measuring, dataset.test(), 0).evaluate(theta);
    long steps = course().stepsAt(temperature());
    double rate = course().learningRate(temperature());
    return new SgdEnd(
        rate,
        steps,
        course().epochs(temperature()),
        rate * steps,
        course().capped(temperature()),
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
        course().stepsAt(temperature()),
        course().learningRate(temperature()),
        temperature(),
        training.sgd().batchSize());
  }

  private SgdCourse course() {
    return training.course();
  }

  private double temperature() {
    return training.temperatureOf(trial);
  }
}
