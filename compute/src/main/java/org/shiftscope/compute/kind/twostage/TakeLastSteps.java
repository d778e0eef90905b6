package org.shiftscope.compute.kind.twostage;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.stat.StatUtils;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.descent.StochasticGradientDescent;
import org.shiftscope.compute.descent.StochasticGradientDescent.Plan;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.TwoStageMeasurement.Medians;
import org.shiftscope.compute.stage.StageRun;

/**
 * Takes the last steps of SGD one by one, and the median of a loss over them. Losses of whole sets
 * go by the running statistics that batch norms have after the step.
 *
 * @param network in float32, for SGD
 * @param train the whole train loss without the L2 term, in the precision of measuring
 * @param test the whole test loss, of the same network
 * @param plan of all steps
 * @param count steps that are looked at, at least 1
 * @param whole whether whole losses are taken after each step, or those of the minibatches before
 */
record TakeLastSteps(
    Network network, DatasetLoss train, DatasetLoss test, Plan plan, int count, boolean whole) {

  /**
   * Between two steps.
   *
   * @param point θ, then the running statistics, shape [d + b]
   * @param train losses so far, one for each step taken
   * @param test the same of the test loss; of length 0 where it is not taken at each
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  record State(double[] point, double[] train, double[] test) {}

  /**
   * The end.
   *
   * @param point θ, then the running statistics, shape [d + b]
   * @param losses the medians
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  record Ended(double[] point, Medians losses) {}

  /** Takes them from the point that is reached before. {@code before}: [d + b], not modified. */
  Ended from(double[] before, RandomStreams streams, StageRun<State> run) {
    State at = run.from().orElseGet(() -> new State(before, new double[0], new double[0]));
    while (at.train().length < count) {
      run.progress().accept((double) at.train().length / count);
      at = next(at, streams);
      State reached = at;
      run.offer().accept(() -> reached);
    }
    return new Ended(at.point(), new Medians(count, whole, median(at.train()), testLoss(at)));
  }

  private State next(State at, RandomStreams streams) {
    long step = plan.steps() - count + at.train().length;
    double[] theta = network.unpack(at.point());
    var end =
        StochasticGradientDescent.train(
            network,
            train.samples(),
            new Plan(plan.batchSize(), step + 1, plan.size()),
            theta,
            streams,
            new StageRun<>(
                Optional.of(
                    new StochasticGradientDescent.State(
                        step, theta, new double[0], network.statistics())),
                _ -> {},
                _ -> {}));
    double[] point = network.pack(end.theta());
    return whole
        ? new State(
            point,
            with(at.train(), finite(train, point, step)),
            with(at.test(), finite(test, point, step)))
        : new State(point, with(at.train(), end.loss()), at.test());
  }

  private static double finite(DatasetLoss loss, double[] point, long step) {
    double value = loss.evaluate(loss.network().unpack(point)).loss();
    if (!Double.isFinite(value)) {
      throw new Divergence(step + 1);
    }
    return value;
  }

  private double testLoss(State at) {
    return whole ? median(at.test()) : finite(test, at.point(), plan.steps() - 1);
  }

  private static double[] with(double[] values, double more) {
    double[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = more;
    return longer;
  }

  /** The middle value, or the mean of both middle ones. {@code values}: not modified. */
  static double median(double[] values) {
    return StatUtils.percentile(values, 50);
  }
}
