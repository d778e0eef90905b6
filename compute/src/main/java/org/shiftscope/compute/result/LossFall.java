package org.shiftscope.compute.result;

import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * Whether the train loss still fell when SGD ended: the mean loss of its minibatches, before each
 * step and without the L2 term.
 *
 * @param before over the tenth of the steps before the last
 * @param last over the last tenth
 * @param error standard error of their difference, from the spread over ten blocks of successive
 *     steps in each
 */
public record LossFall(double before, double last, double error) {

  /** Degrees of freedom of two means of ten. */
  private static final int FREEDOM = 18;

  /** before − last with its 95 % interval by Student's t. */
  public ConfidenceInterval interval() {
    return new Uncertain(before - last, error, FREEDOM).interval();
  }

  /** (before − last) / before. */
  public double share() {
    return (before - last) / before;
  }

  /**
   * Whether it fell by more than its errors, and by more than a hundredth: less is no news at any
   * temperature.
   */
  public boolean stillFalls() {
    return interval().low() > 0.01 * before;
  }
}
