package org.shiftscope.compute.curvature;

/**
 * A lower bound of an operator's smallest eigenvalue that holds with a stated probability over the
 * random start of Lanczos' method (van Dorsselaer, Hochstenbach and van der Vorst 2000, SIAM J.
 * Matrix Anal. Appl. 22, 837: the bound by the Lanczos polynomial).
 *
 * <p>The next vector of the basis is p(A) v, v the start and p the Lanczos polynomial, and has
 * length 1. So with x the eigenvector of the smallest eigenvalue λ and γ = xᵀv, |γ p(λ)| ≤ 1. Below
 * the smallest Ritz value |p| only grows as its argument falls. A start that is uniform on the
 * sphere has |γ| ≥ δ but for a probability of at most 2δ √((d − 1) / (2π)), since the density of γ
 * is largest at 0, where it is below √((d − 1) / (2π)). Then λ is at least where |p| = 1 / δ. By
 * Chebyshev's polynomials that is no worse than Kuczyński and Woźniakowski's bound of 1992, which
 * needs the number of steps alone; where a few eigenvalues lie far from all others, as in networks,
 * it is far better. A Ritz value alone is an upper bound, and its residual says that some
 * eigenvalue is near, not that it is the smallest.
 *
 * <p>Costs a pass over the tridiagonal matrix for each halving.
 */
final class ProbableBound {

  /** With which the bound does not hold, at most. */
  static final double FAILURE = 1e-3;

  private static final int HALVINGS = 60;

  private final double[] diagonal;
  private final double[] beside;
  private final double growth;

  /**
   * Of a search so far.
   *
   * @param diagonal of the tridiagonal matrix, shape [k]; not modified
   * @param beside it, and last the length of the next vector before it is normalised, shape [k];
   *     not modified
   * @param dimension d, at least 2
   */
  ProbableBound(double[] diagonal, double[] beside, int dimension) {
    this.diagonal = diagonal;
    this.beside = beside;
    growth = -Math.log(FAILURE * Math.sqrt(Math.PI / (2 * (dimension - 1.0))));
  }

  /**
   * The bound.
   *
   * @param smallest the smallest Ritz value
   */
  double below(double smallest) {
    double step = Math.max(1e-12 * scale(), Double.MIN_NORMAL);
    double low = smallest - step;
    while (!excluded(low)) {
      step *= 2;
      low = smallest - step;
    }
    double high = smallest;
    for (int i = 0; i < HALVINGS && low < high; i++) {
      double middle = low + (high - low) / 2;
      if (excluded(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double scale() {
    double scale = 0;
    for (int j = 0; j < diagonal.length; j++) {
      scale = Math.max(scale, Math.abs(diagonal[j]) + beside[j]);
    }
    return scale;
  }

  /** Whether |p(x)| ≥ 1 / δ, for an x below all Ritz values. */
  private boolean excluded(double x) {
    double log = 0;
    double ratio = 0;
    for (int j = 0; j < diagonal.length; j++) {
      double next = x - diagonal[j] - (j == 0 ? 0 : beside[j - 1] / ratio);
      if (next >= 0) {
        // Sturm: not below all Ritz values, but for rounding at the smallest.
        return false;
      }
      ratio = next / beside[j];
      log += Math.log(-ratio);
    }
    return log >= growth;
  }
}
