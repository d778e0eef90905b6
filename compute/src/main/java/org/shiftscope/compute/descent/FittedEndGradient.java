package org.shiftscope.compute.descent;

import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * The gradient that a flow follows at its end, as {@link EndGradient}, where the flow is followed
 * in many equal steps: −dθ/dt at the end of the cubic in t that fits the points of the last {@value
 * #LAST} of the flow time best. All of them count, so that the to and fro across kinks averages
 * out.
 *
 * <p>On a smooth loss it misses a part that decays at a rate λ by 0.1 (LAST · λτ)² of what is left
 * of it.
 */
final class FittedEndGradient {

  private static final double LAST = 0.2;

  /** Coefficients of the cubic. */
  private static final int TERMS = 4;

  /** Fewer do not tell the cubic from the to and fro. */
  private static final int FEWEST_POINTS = 10;

  private final double time;

  /** Σ x^k, k = 0 to 6, x = (t − τ) / (LAST τ) from −1 to 0. */
  private final double[] powers = new double[2 * TERMS - 1];

  /** Σ x^k θ, k = 0 to 3, shape [4][d]. */
  private final double[][] sums;

  /**
   * Begins to watch.
   *
   * @param time flow time τ
   * @param dimension d
   * @param passed what was summed before the point from which the flow goes on; empty at the start
   */
  FittedEndGradient(double time, int dimension, List<double[]> passed) {
    this.time = time;
    sums = new double[TERMS][dimension];
    if (!passed.isEmpty()) {
      System.arraycopy(passed.getFirst(), 0, powers, 0, powers.length);
      for (int k = 0; k < sums.length; k++) {
        System.arraycopy(passed.get(k + 1), 0, sums[k], 0, dimension);
      }
    }
  }

  /** Hears of a point of the flow. {@code theta}: shape [d], not modified. */
  void pass(double t, double[] theta) {
    double x = (t - time) / (LAST * time);
    if (x < -1) {
      return;
    }
    double power = 1;
    for (int k = 0; k < powers.length; k++) {
      powers[k] += power;
      if (k < sums.length) {
        Vectors.add(sums[k], power, theta);
      }
      power *= x;
    }
  }

  /** What is summed so far, for a checkpoint; shared. Empty before the last part. */
  List<double[]> passed() {
    return powers[0] == 0 ? List.of() : List.of(powers, sums[0], sums[1], sums[2], sums[3]);
  }

  /**
   * The gradient at the end, which must have been passed.
   *
   * @param there ∇L at the end, shape [d]: the answer for a flow of too few steps to tell
   * @return shape [d]
   */
  double[] at(double[] there) {
    if (powers[0] < FEWEST_POINTS) {
      return there;
    }
    double[][] normal = new double[TERMS][TERMS];
    for (int i = 0; i < TERMS; i++) {
      for (int j = 0; j < TERMS; j++) {
        normal[i][j] = powers[i + j];
      }
    }
    // The row of the inverse that gives the slope at x = 0 from the sums.
    double[] weights =
        new LUDecomposition(MatrixUtils.createRealMatrix(normal))
            .getSolver()
            .solve(MatrixUtils.createRealVector(new double[] {0, 1, 0, 0}))
            .toArray();
    double[] gradient = new double[there.length];
    for (int k = 0; k < sums.length; k++) {
      Vectors.add(gradient, -weights[k] / (LAST * time), sums[k]);
    }
    return gradient;
  }
}
