package org.shiftscope.compute.finding;

import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;

/**
 * The law of what counts as hardly trained, from a result's own numbers, so that results of every
 * version are judged alike. With H = ln 10, the loss of guessing among the ten classes that every
 * data set has, and L the train loss at the end of SGD:
 *
 * <ul>
 *   <li>L &gt; 0.9 H: SGD learnt less than a tenth of what there is to learn. 1 − L / H is the
 *       share of the deviance explained (McFadden 1974).
 *   <li>L &gt; 0.5 H, and the descent to the train point lowered the loss by more than 0.1 H: SGD
 *       was still learning, and what is measured shows where it happened to be stopped.
 * </ul>
 *
 * The second clause needs both: a model that is too small or held by λ may end above 0.5 H for
 * good, and a noisy end of SGD at a high temperature lies above its train point, but not that far.
 */
public final class HardlyTrained {

  private static final double GUESSING = Math.log(10);
  private static final double LEARNT_LITTLE = 0.9;
  private static final double LEARNT_HALF = 0.5;
  private static final double STILL_FALLING = 0.1;

  private HardlyTrained() {}

  /** By the end of SGD alone. */
  public static boolean is(SgdEnd sgd) {
    return is(sgd.trainLoss());
  }

  /** By a train loss alone. */
  public static boolean is(double trainLoss) {
    return trainLoss > LEARNT_LITTLE * GUESSING;
  }

  /** By the end of SGD and what the descent from it to the train point gained. */
  public static boolean is(SgdEnd sgd, RefinedPoint train) {
    return is(sgd)
        || sgd.trainLoss() > LEARNT_HALF * GUESSING
            && sgd.trainLoss() - train.loss() > STILL_FALLING * GUESSING;
  }
}
