package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Id;

/**
 * How far the Langevin equation (Eq. 11) is from SGD (Eq. 9) at a fixed time and batch size, as the
 * learning rate η is halved: |E f(SGD) − E f(Langevin)|, both expectations exact. All series have
 * the length of {@code learningRate}.
 *
 * @param time the time η · steps at which they are compared
 * @param learningRate η, falling
 * @param mean the error for f(θ) = θ
 * @param meanOrder its slope against η, both as logarithms
 * @param secondMoment the error for f(θ) = θ²
 * @param secondMomentOrder its slope
 * @param corrected the error for f(θ) = θ² of the equation of second order, whose drift is −(L +
 *     (η/4) L'²)'
 * @param correctedOrder its slope
 */
@Id("weak-error")
public record WeakError(
    double time,
    Series learningRate,
    Series mean,
    Order meanOrder,
    Series secondMoment,
    Order secondMomentOrder,
    Series corrected,
    Order correctedOrder)
    implements Theory {

  /**
   * An order of convergence.
   *
   * @param slope p of error ≈ a ηᵖ (1 + b η + c η²) by least squares
   * @param standardError of the slope, from the residuals
   */
  public record Order(double slope, double standardError) {}
}
