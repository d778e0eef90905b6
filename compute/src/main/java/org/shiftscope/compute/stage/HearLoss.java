package org.shiftscope.compute.stage;

import java.util.function.DoubleSupplier;

/**
 * Hears how a loss goes while a stage runs, for who looks on: nothing of it enters a result. Called
 * from the trial's thread, many times a second; so it must answer fast.
 */
@FunctionalInterface
public interface HearLoss {

  /**
   * Hears of a step.
   *
   * @param step steps of SGD, or gradients of a refinement, so far; never falling within a stage
   *     that runs in one go
   * @param loss of the minibatch before the step, without the L2 term, or of all samples
   * @param gradientNorm ‖∇L‖ of the same loss; costs a pass over the parameters, so it is asked for
   *     before this returns, or not at all
   */
  void at(long step, double loss, DoubleSupplier gradientNorm);

  /** Hears nothing. */
  static HearLoss none() {
    return (step, loss, gradientNorm) -> {};
  }
}
