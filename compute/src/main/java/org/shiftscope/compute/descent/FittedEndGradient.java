package org.shiftscope.compute.descent;

import java.util.Arrays;
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

  /** Σ x^k θ, k = 0 to 3, shape [4][d]; shape [4][0] outside of the last part of the way. */
  private final double[][] sums = new double[TERMS][0];

  private final int dimension;

  /**
   * Begins to watch.
   *
   * @param time flow time τ
   * @param dimension d
   */
  FittedEndGradient(double time, int dimension) {
    this.time = time;
    this.dimension = dimension;
  }

  /** Goes on from what was summed before, empty for nothing. */
  void goOn(List<double[]> passed) {
    if (!passed.isEmpty()) {
      System.arraycopy(passed.getFirst(), 0, powers, 0, powers.length);
      for (int k = 0; k < sums.length; k++) {
        sums[k] = passed.get(k + 1).clone();
      }
    }
  }

  /** τ. */
  double time() {
    return time;
  }

  /**
   * Hears of a point of the flow; not after it has come to τ and {@link #forget}. {@code theta}:
   * shape [d], not modified.
   */
  void pass(double t, double[] theta) {
    double x = (t - time) / (LAST * time);
    if (x < -1 || t > time) {
      return;
    }
    if (sums[0].length == 0) {
      Arrays.setAll(sums, k -> new double[dimension]);
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
    return sums[0].length == 0 ? List.of() : List.of(powers, sums[0], sums[1], sums[2], sums[3]);
  }

  /** Keeps nothing any more: the flow has gone on beyond τ. */
  void forget() {
    Arrays.fill(sums, new double[0]);
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
