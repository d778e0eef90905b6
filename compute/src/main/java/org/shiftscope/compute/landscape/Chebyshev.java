package org.shiftscope.compute.landscape;

import java.util.function.DoubleUnaryOperator;

/**
 * Chebyshev series of degree {@link Panels#DEGREE} (Trefethen, Approximation Theory and
 * Approximation Practice, chapters 3, 4 and 19).
 */
final class Chebyshev {

  private static final int N = Panels.DEGREE;

  /** cos(π j k / n), shape [n + 1][n + 1]. */
  private static final double[][] COSINES = cosines();

  private Chebyshev() {}

  /** The series that meets a function at the n + 1 Chebyshev points of an interval. */
  static double[] coefficients(DoubleUnaryOperator function, double from, double to) {
    double middle = (from + to) / 2;
    double half = (to - from) / 2;
    double[] values = new double[N + 1];
    for (int j = 0; j <= N; j++) {
      values[j] = function.applyAsDouble(middle + half * COSINES[1][j]);
    }
    values[0] /= 2;
    values[N] /= 2;
    double[] coefficients = new double[N + 1];
    for (int k = 0; k <= N; k++) {
      double sum = 0;
      for (int j = 0; j <= N; j++) {
        sum += values[j] * COSINES[k][j];
      }
      coefficients[k] = sum * 2 / N;
    }
    coefficients[0] /= 2;
    coefficients[N] /= 2;
    return coefficients;
  }

  /** The series of the integral from the interval's lower end, shape [n + 2]. */
  static double[] integral(double[] series, double from, double to) {
    double half = (to - from) / 2;
    double[] integral = new double[N + 2];
    for (int k = 1; k <= N + 1; k++) {
      double below = k == 1 ? 2 * series[0] : series[k - 1];
      double above = k + 1 <= N ? series[k + 1] : 0;
      integral[k] = half * (below - above) / (2 * k);
    }
    integral[0] = -value(integral, -1);
    return integral;
  }

  /** A series at a point of [−1, 1], by Clenshaw's recurrence. */
  static double value(double[] series, double x) {
    double b1 = 0;
    double b2 = 0;
    for (int k = series.length - 1; k >= 1; k--) {
      double b = 2 * x * b1 - b2 + series[k];
      b2 = b1;
      b1 = b;
    }
    return x * b1 - b2 + series[0];
  }

  private static double[][] cosines() {
    double[][] cosines = new double[N + 1][N + 1];
    for (int k = 0; k <= N; k++) {
      for (int j = 0; j <= N; j++) {
        // sin of the complement: exact at the middle, and symmetric about it.
        cosines[k][j] = k == 1 ? Math.sin(Math.PI * (N - 2 * j) / (2.0 * N)) : 0;
      }
    }
    for (int j = 0; j <= N; j++) {
      for (int k = 0; k <= N; k++) {
        int turn = k * j % (2 * N);
        cosines[k][j] = turn <= N ? cosines[1][turn] : cosines[1][2 * N - turn];
      }
    }
    return cosines;
  }
}
