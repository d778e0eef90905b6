package org.shiftscope.compute.result;

import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Id;

/**
 * What a second stage of SGD came to. All losses are means over samples in nats, without the L2
 * term, as in the paper. With batch norm, those of whole sets go by the running statistics as they
 * are after the step that is looked at; those of minibatches by the minibatch's own.
 *
 * @param sentence what to know about this trial
 * @param batchSize B
 * @param first where the first stage ended and this one started
 * @param last the medians over the last steps
 * @param sgd the end of SGD, its last point alone
 * @param largestEigenvalue h of the train loss's Hessian there, the L2 term included, by Lanczos;
 *     NaN where it was not asked for
 * @param execution where it was computed
 */
@Id("two-stage-measurement")
public record TwoStageMeasurement(
    String sentence,
    int batchSize,
    FirstEnd first,
    Medians last,
    SgdEnd sgd,
    double largestEigenvalue,
    Execution execution)
    implements TrialResult {

  /** Losses of all samples, and shares classified right, 0 to 1. */
  public record FirstEnd(
      double trainLoss, double testLoss, double trainAccuracy, double testAccuracy) {}

  /**
   * The final losses.
   *
   * @param steps over which medians were taken
   * @param whole whether of all samples after each step; else the train loss is that of the
   *     minibatches, before each step, and the test loss that of the last point
   * @param trainLoss median train loss
   * @param testLoss median test loss
   */
  public record Medians(int steps, boolean whole, double trainLoss, double testLoss) {}

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }

  /** η·h: 2 is the limit of stability of gradient descent; NaN where h is not known. */
  public double sharpness() {
    return sgd.learningRate() * largestEigenvalue;
  }

  /** By how much the train loss changed in this stage. */
  public double trainChange() {
    return last.trainLoss() - first.trainLoss();
  }

  /** By how much the test loss changed in this stage. */
  public double testChange() {
    return last.testLoss() - first.testLoss();
  }
}
