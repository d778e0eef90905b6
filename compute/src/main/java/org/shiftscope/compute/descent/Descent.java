package org.shiftscope.compute.descent;

/**
 * Where a refinement ended.
 *
 * @param theta the point, shape [d]; shared, not to be modified
 * @param value the objective there
 * @param gradientNorm ‖∇L‖ there
 * @param gradient the gradient there, shape [d]; at the end of a flow the one that it follows
 * @param gradients full-data gradients spent
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record Descent(
    double[] theta, double value, double gradientNorm, double[] gradient, long gradients) {

  /** The same end, reached by a longer way of so many gradients in all. */
  Descent spending(long all) {
    return new Descent(theta, value, gradientNorm, gradient, all);
  }
}
