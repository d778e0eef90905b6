package org.shiftscope.compute.process;

import java.util.Arrays;

/**
 * The Kramers-Moyal expansion of SGD (Appendix A, Eq. 16): ∂p/∂t = Σ_n (−1)ⁿ T^(n−1) κ_n / n!
 * ∂ⁿp/∂θⁿ along one direction. Eqs. 10 and 11 keep n = 1 and 2.
 */
public final class KramersMoyal {

  private KramersMoyal() {}

  /**
   * T^(n−1) κ_n / n!, without the sign.
   *
   * @param cumulants κ_1 to κ_n, not modified
   * @return shape [n]; units of θⁿ per unit of time
   */
  public static double[] coefficients(double temperature, double[] cumulants) {
    double[] coefficients = new double[cumulants.length];
    double factor = 1;
    for (int n = 1; n <= cumulants.length; n++) {
      factor *= (n == 1 ? 1 : temperature) / n;
      coefficients[n - 1] = factor * cumulants[n - 1];
    }
    return coefficients;
  }

  /**
   * The terms beside each other, which their units forbid as they are: a density of width w has
   * ∂ⁿp/∂θⁿ of the size p / wⁿ, so term n is |T^(n−1) κ_n / n!| / wⁿ, in parts of the second. The
   * second is 1; where the third and later are small against it, Eq. 10 may leave them out. With w²
   * = T κ_2 / (2h), the width that Eq. 10 itself gives at curvature h, term n falls as T^((n−2)/2).
   *
   * @param coefficients of {@link #coefficients}, not modified
   * @param width w, above 0
   * @return shape [n]
   */
  public static double[] relativeTo(double[] coefficients, double width) {
    double second = coefficients[1] / (width * width);
    double[] relative = new double[coefficients.length];
    Arrays.setAll(
        relative, i -> Math.abs(coefficients[i]) / Math.pow(width, i + 1) / Math.abs(second));
    return relative;
  }
}
