package org.shiftscope.compute.decomposition;

import java.util.List;

/**
 * All that Eq. 4 needs to know of a test loss, in scalars: with D the directions s, b, δ_1 … δ_n of
 * a {@link Window}, g = ∇L_te(θ_te) and H = ∇²L_te(θ_te).
 *
 * @param atTest L_te(θ_te)
 * @param atMean L_te(θ̄)
 * @param slopes gᵀD, shape [n + 2]
 * @param rows DᵀHD, the lower triangle, row j of shape [j + 1]
 * @param losses L_te(θ_i), shape [n]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Overlaps(
    double atTest, double atMean, double[] slopes, List<double[]> rows, double[] losses) {

  public Overlaps {
    rows = List.copyOf(rows);
  }

  /** Number of iterates n. */
  public int iterates() {
    return losses.length;
  }

  /** gᵀs. */
  public double shiftSlope() {
    return slopes[0];
  }

  /** sᵀHs. */
  public double shiftCurvature() {
    return between(0, 0);
  }

  /** gᵀδ_i. */
  double slopeOf(int iterate) {
    return slopes[iterate + Window.BEFORE];
  }

  /** δ_iᵀHδ_j. */
  double among(int i, int j) {
    return between(i + Window.BEFORE, j + Window.BEFORE);
  }

  /** D_aᵀ H D_b. */
  double between(int a, int b) {
    return a >= b ? rows.get(a)[b] : rows.get(b)[a];
  }

  /** The quadratic model's L_te(θ_te) + gᵀ(s + b) + ½ (s + b)ᵀH(s + b). */
  public double quadraticAtMean() {
    return atTest + slopes[0] + slopes[1] + (between(0, 0) + 2 * between(0, 1) + between(1, 1)) / 2;
  }
}
