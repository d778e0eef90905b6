package org.shiftscope.compute.diffusion;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;

/**
 * Functions on an interval by their values at Chebyshev's points x_j = cos(jπ/n): polynomials of
 * degree n, which come to a smooth function faster than any power of 1/n (Trefethen, Spectral
 * Methods in MATLAB, 2000, Chapter 6; Berrut and Trefethen, SIAM Review 46, 2004, for the
 * interpolation).
 */
final class ChebyshevGrid {

  private final double[] nodes;
  private final double[] weights;

  /**
   * A grid.
   *
   * @param degree n, at least 1
   */
  ChebyshevGrid(double from, double to, int degree) {
    nodes = new double[degree + 1];
    weights = new double[degree + 1];
    for (int j = 0; j <= degree; j++) {
      nodes[j] = (from + to) / 2 - (to - from) / 2 * Math.cos(Math.PI * j / degree);
      weights[j] = (j % 2 == 0 ? 1 : -1) * (j == 0 || j == degree ? 0.5 : 1);
    }
  }

  /** The points, ascending, shape [n + 1]. */
  double[] nodes() {
    return nodes.clone();
  }

  /**
   * Adds weight · the row that takes values at the points to the value at x: Σ_j row_j f(x_j) is
   * the interpolating polynomial.
   *
   * @param row shape [n + 1], modified
   */
  void addRow(double x, double weight, double[] row) {
    double sum = 0;
    for (int j = 0; j < nodes.length; j++) {
      if (x == nodes[j]) {
        row[j] += weight;
        return;
      }
      sum += weights[j] / (x - nodes[j]);
    }
    for (int j = 0; j < nodes.length; j++) {
      row[j] += weight * weights[j] / (x - nodes[j]) / sum;
    }
  }

  /** Takes values at the points to the derivative there, shape [n + 1, n + 1]. */
  RealMatrix derivative() {
    double[][] d = new double[nodes.length][nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      // The rows of a derivative sum to 0, for it takes constants to 0: exact to rounding this way.
      double sum = 0;
      for (int j = 0; j < nodes.length; j++) {
        if (i != j) {
          d[i][j] = weights[j] / weights[i] / (nodes[i] - nodes[j]);
          sum += d[i][j];
        }
      }
      d[i][i] = -sum;
    }
    return new Array2DRowRealMatrix(d, false);
  }
}
