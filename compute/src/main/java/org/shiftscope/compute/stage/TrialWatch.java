package org.shiftscope.compute.stage;

import java.util.function.DoubleSupplier;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;

/**
 * Watches a running trial: hears of its progress and of the points that it reaches, keeps what it
 * needs to go on after a crash, and can ask it to stop. Called from the trial's thread, between
 * steps, many times a second; so it must answer fast.
 */
public interface TrialWatch {

  /**
   * Hears how far the trial is.
   *
   * @param phase what it is doing, for a person: "SGD", "train point", "test point", "line",
   *     "curvature", "spectrum", "certificates"
   * @param fraction share of the trial's expected work that is done, 0 to 1, never falling
   */
  void progress(String phase, double fraction);

  /** Whether the trial should stop at once; it then ends with {@link TrialCancelled}. */
  boolean cancelled();

  /** Hears how the loss goes in a stage, as {@link HearLoss} tells. {@code stage}: its name. */
  default void losses(String stage, long step, double loss, DoubleSupplier gradientNorm) {}

  /**
   * Hears of a point that was reached, in the order of the points. A trial that goes on from a
   * checkpoint tells again of the points before it, with the same numbers.
   *
   * @param theta θ there, then the running statistics of batch norms, shape [d + b]; not to be
   *     modified, nor to be kept after the call
   */
  default void reached(NamedPoint point, double[] theta) {}

  /**
   * Finds a point of another trial that the spec names as an input of this one.
   *
   * @throws IllegalStateException where its trial has no result
   */
  default Input input(PointRef point) {
    throw new IllegalStateException("Nobody keeps the points of " + point.trialName() + ".");
  }

  /** Where the trial keeps its checkpoints. */
  default TrialCheckpoints checkpoints() {
    return TrialCheckpoints.none();
  }

  /** A watch that hears nothing and never cancels. */
  static TrialWatch none() {
    return new TrialWatch() {
      @Override
      public void progress(String phase, double fraction) {}

      @Override
      public boolean cancelled() {
        return false;
      }
    };
  }
}
