package org.shiftscope.compute.landscape;

/**
 * Arithmetic of truncated power series, by their coefficients (Knuth, The Art of Computer
 * Programming 2, section 4.7). Shapes [order + 1], all of one order; nothing is modified.
 */
final class PowerSeries {

  private PowerSeries() {}

  static double[] times(double[] a, double[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; i + j < a.length; j++) {
        product[i + j] += a[i] * b[j];
      }
    }
    return product;
  }

  static double[] over(double[] a, double[] b) {
    double[] quotient = new double[a.length];
    for (int n = 0; n < a.length; n++) {
      double rest = a[n];
      for (int j = 1; j <= n; j++) {
        rest -= b[j] * quotient[n - j];
      }
      quotient[n] = rest / b[0];
    }
    return quotient;
  }

  /** outer(inner(h) − inner(0)): {@code outer} is about inner(0). Horner's rule. */
  static double[] of(double[] outer, double[] inner) {
    double[] step = inner.clone();
    step[0] = 0;
    double[] sum = new double[outer.length];
    for (int n = outer.length - 1; n >= 0; n--) {
      sum = times(sum, step);
      sum[0] += outer[n];
    }
    return sum;
  }

  /**
   * The inverse function's, about the value of {@code series} there; {@code at} is its own value.
   */
  static double[] inverse(double[] series, double at) {
    double[] inverse = new double[series.length];
    inverse[0] = at;
    if (series.length > 1) {
      inverse[1] = 1 / series[1];
    }
    for (int n = 2; n < series.length; n++) {
      // r(x(h)) = h: its coefficient of order n is 0, and holds the unknown one times r′.
      inverse[n] = -of(series, inverse)[n] / series[1];
    }
    return inverse;
  }

  /** The derivative's; the last coefficient, which is not known, is 0. */
  static double[] derivative(double[] series) {
    double[] derivative = new double[series.length];
    for (int n = 1; n < series.length; n++) {
      derivative[n - 1] = n * series[n];
    }
    return derivative;
  }
}
