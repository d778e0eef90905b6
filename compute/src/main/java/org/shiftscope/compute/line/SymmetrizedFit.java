package org.shiftscope.compute.line;

import java.util.Arrays;
import org.hipparchus.fitting.PolynomialCurveFitter;
import org.hipparchus.fitting.WeightedObservedPoints;

/**
 * The curvature of a loss along a line by the paper's symmetrized quadratic fit (Appendix F): the
 * losses at r in [0, 1] are reflected to [−1, 1] and fitted by least squares with L ≈ L(0) + ½ κ
 * r², the vertex fixed at r = 0. By the symmetry κ = 2 Σ r² (L − L(0)) / Σ r⁴ over the points of
 * one side.
 */
final class SymmetrizedFit {

  private final double[] r;
  private final double[] loss;

  /**
   * Takes the points of one side.
   *
   * @param r distances in units of ‖s‖, ascending from exactly 0 to 1, shape [n], n ≥ 3; not
   *     modified
   * @param loss the losses there, shape [n]; not modified
   */
  SymmetrizedFit(double[] r, double[] loss) {
    this.r = r.clone();
    this.loss = loss.clone();
  }

  /** κ, in units of loss: sᵀHs. */
  double kappa() {
    double numerator = 0;
    double denominator = 0;
    for (int i = 0; i < r.length; i++) {
      double square = r[i] * r[i];
      numerator += square * (loss[i] - loss[0]);
      denominator += square * square;
    }
    return 2 * numerator / denominator;
  }

  /** Standard error of κ, from the residuals of one side. */
  double kappaError() {
    double fourths = Arrays.stream(r).map(x -> x * x * x * x).sum();
    return 2 * Math.sqrt(squaredResiduals() / 2 / (r.length - 2) / fourths);
  }

  /** What κ is of a loss that has this slope and no curvature: 2 g Σ r³ / Σ r⁴. */
  double kappaOfSlope(double slope) {
    double cubes = Arrays.stream(r).map(x -> x * x * x).sum();
    double fourths = Arrays.stream(r).map(x -> x * x * x * x).sum();
    return 2 * slope * cubes / fourths;
  }

  /** Points that the fit uses, the reflected ones counted. */
  int points() {
    return 2 * (r.length - 1) + 1;
  }

  /** Root mean square of the residuals over all points, in units of loss. */
  double residualRms() {
    return Math.sqrt(squaredResiduals() / points());
  }

  /**
   * Share of the variance of the reflected losses that the fit explains; NaN where all losses are
   * equal.
   */
  double rSquared() {
    double mean = (2 * Arrays.stream(loss).sum() - loss[0]) / points();
    double total = 0;
    for (int i = 0; i < loss.length; i++) {
      double deviation = loss[i] - mean;
      total += (i == 0 ? 1 : 2) * deviation * deviation;
    }
    return 1 - squaredResiduals() / total;
  }

  private double squaredResiduals() {
    double kappa = kappa();
    double sum = 0;
    for (int i = 1; i < r.length; i++) {
      double residual = loss[i] - loss[0] - kappa / 2 * r[i] * r[i];
      sum += 2 * residual * residual;
    }
    return sum;
  }

  /** κ of the parabola fitted to the points of one side alone, its vertex free. */
  double oneSidedKappa() {
    WeightedObservedPoints points = new WeightedObservedPoints();
    for (int i = 0; i < r.length; i++) {
      points.add(r[i], loss[i]);
    }
    return 2 * PolynomialCurveFitter.create(2).fit(points.toList())[2];
  }
}
