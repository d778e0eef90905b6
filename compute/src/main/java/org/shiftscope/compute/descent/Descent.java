package org.shiftscope.compute.descent;

/**
 * Where a refinement ended.
 *
 * @param theta the point, shape [d]; shared, not to be modified
 * @param value the objective there
 * @param gradient ∇L there, shape [d]
 * @param flowGradient −dθ/dt of a flow at its end, shape [d]: ∇L, but where the flow slides along
 *     kinks ({@link EndGradient}); ∇L itself at the end of a search
 * @param gradients full-data gradients spent
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record Descent(
    double[] theta, double value, double[] gradient, double[] flowGradient, long gradients) {

  /** ‖∇L‖ there. */
  public double gradientNorm() {
    return Vectors.norm(gradient);
  }

  /** The same end, reached by a longer way of so many gradients in all. */
  Descent spending(long all) {
    return new Descent(theta, value, gradient, flowGradient, all);
  }
}
