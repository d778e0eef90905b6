package org.shiftscope.compute.result;

/**
 * Three ways to one curvature κ = sᵀHs of a loss at its point, in units of loss.
 *
 * @param exact by a Hessian-vector product; its error is rounding alone. Where the loss has kinks
 *     it is that of the piece that the point is on
 * @param fit by the symmetrized fit; its standard error, from what the parabola leaves over
 * @param local by the second difference of the grid's points next to the point; its error is the
 *     change with twice the spacing, which holds its truncation, and the losses' rounding
 * @param windowWidth w of the windows r ≤ w, in units of ‖s‖, from 0.1 to 1
 * @param windowKappa κ of the symmetrized fit in each
 * @param windowError its standard error in each
 * @param sentence whether they agree, and else which to believe and why
 */
public record CurvatureWays(
    Estimate exact,
    Estimate fit,
    Estimate local,
    Series windowWidth,
    Series windowKappa,
    Series windowError,
    String sentence) {

  /**
   * A curvature.
   *
   * @param kappa in units of loss
   * @param error at least 0; NaN where the grid has too few points to tell
   */
  public record Estimate(double kappa, double error) {

    /** Whether two agree within twice their errors. */
    public boolean agrees(Estimate other) {
      return Math.abs(kappa - other.kappa) <= 2 * Math.hypot(error, other.error);
    }
  }
}
