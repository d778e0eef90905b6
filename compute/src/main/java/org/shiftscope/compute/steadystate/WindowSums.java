package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import org.hipparchus.linear.RealMatrix;
import org.shiftscope.compute.descent.Vectors;

/**
 * The places of a window's sums in one flat array, so that sums of windows add up and checkpoints
 * are one array.
 *
 * @param dimension d
 * @param bins bins of the histogram of the first parameter; 0 for none
 */
record WindowSums(int dimension, int bins) {

  /** Points counted. */
  static final int ALL = 0;

  /** Points in the minimum's basin. */
  static final int INSIDE = 1;

  /** Points at which full gradients were taken, then the sums over them. */
  static final int FULL = 2;

  /** (θ − θ*)·∇L. */
  static final int OVERLAP = 3;

  /** ‖∇L‖². */
  static final int SQUARED_GRADIENT = 4;

  /** tr C. */
  static final int NOISE = 5;

  /** tr HC. */
  static final int CURVED_NOISE = 6;

  /** L − L(θ*). */
  static final int LOSS = 7;

  private static final int FIRST = 8;

  /** Sums of δ, shape [d], from here. */
  int first() {
    return FIRST;
  }

  /** Sums of δ_i (δᵀAδ), shape [d], from here. */
  int third() {
    return FIRST + dimension;
  }

  /** Sums of δ_i δ_j, j ≤ i, row by row, from here. */
  int second() {
    return FIRST + 2 * dimension;
  }

  /** Sums of θ − θ* at the full points, in the parameters' own basis, from here. */
  int fullPoint() {
    return second() + dimension * (dimension + 1) / 2;
  }

  /** Sums of ∇L at the full points, from here. */
  int fullGradient() {
    return fullPoint() + dimension;
  }

  /** Visits of the bins, from here. */
  int histogram() {
    return fullGradient() + dimension;
  }

  /** Length of a window's sums. */
  int size() {
    return histogram() + bins;
  }

  /**
   * Adds a point of the basin.
   *
   * @param sums modified
   * @param offset where the window's sums start
   * @param delta θ − θ*, shape [d], not modified
   * @param inverse A, shape [d][d]
   */
  void add(double[] sums, int offset, double[] delta, double[][] inverse) {
    sums[offset + INSIDE]++;
    double form = 0;
    int at = offset + second();
    for (int i = 0; i < dimension; i++) {
      double[] row = inverse[i];
      double product = 0;
      for (int j = 0; j < dimension; j++) {
        product += row[j] * delta[j];
      }
      form += delta[i] * product;
      for (int j = 0; j <= i; j++) {
        sums[at++] += delta[i] * delta[j];
      }
    }
    for (int i = 0; i < dimension; i++) {
      sums[offset + first() + i] += delta[i];
      sums[offset + third() + i] += delta[i] * form;
    }
  }

  /** The mean of θ − θ* over the full points of all windows, in the parameters' own basis. */
  double[] meanAtFullPoints(double[][] windows) {
    double[] mean = new double[dimension];
    double points = Arrays.stream(windows).mapToDouble(sums -> sums[FULL]).sum();
    for (double[] sums : windows) {
      for (int j = 0; j < dimension; j++) {
        mean[j] += sums[fullPoint() + j] / points;
      }
    }
    return mean;
  }

  /**
   * The sum of (θ − θ* − origin)·∇L. Its mean is the same for every origin, since E ∇L = 0; it
   * scatters least about the mean.
   */
  double overlap(double[] sums, double[] origin) {
    double overlap = sums[OVERLAP];
    for (int j = 0; j < dimension; j++) {
      overlap -= origin[j] * sums[fullGradient() + j];
    }
    return overlap;
  }

  /** The mean of δ, shape [d]. */
  double[] mean(double[] sums) {
    double[] mean = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      mean[i] = sums[first() + i] / sums[INSIDE];
    }
    return mean;
  }

  /** The covariance of δ, j ≤ i, row by row. */
  double[] covariance(double[] sums) {
    double[] mean = mean(sums);
    double[] covariance = new double[dimension * (dimension + 1) / 2];
    for (int i = 0, at = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++, at++) {
        covariance[at] = sums[second() + at] / sums[INSIDE] - mean[i] * mean[j];
      }
    }
    return covariance;
  }

  /**
   * The mode of the density near the mean, to the leading order of its third cumulants: mean_i − ½
   * Σ_jk A_jk κ_ijk (from the Edgeworth series), A the inverse covariance. Shape [d].
   */
  double[] mode(double[] sums, RealMatrix inverse) {
    double[] mean = mean(sums);
    double[] covariance = covariance(sums);
    double[] pulled = inverse.operate(mean);
    double form = Vectors.dot(mean, pulled);
    // tr(A R) and R A m with the raw second moments R = Σ + m mᵀ.
    double trace = form;
    double[] product = new double[dimension];
    for (int i = 0, at = 0; i < dimension; i++) {
      product[i] += mean[i] * form;
      for (int j = 0; j <= i; j++, at++) {
        trace += (i == j ? 1 : 2) * inverse.getEntry(i, j) * covariance[at];
        product[i] += covariance[at] * pulled[j];
        if (j < i) {
          product[j] += covariance[at] * pulled[i];
        }
      }
    }
    double[] mode = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      double cumulant =
          sums[third() + i] / sums[INSIDE] - 2 * product[i] - mean[i] * trace + 2 * mean[i] * form;
      mode[i] = mean[i] - cumulant / 2;
    }
    return mode;
  }
}
