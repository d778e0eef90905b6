package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Id;

/**
 * What a trial found of the overparametrized case (Section 5, Appendix D).
 *
 * @param outcome {@link Outcome#MEASURED} or {@link Outcome#UNCONVERGED}
 * @param sentence what to know about this trial
 * @param parameters d
 * @param sgd the end of SGD
 * @param trainPoint θ_tr, on the train loss with λ
 * @param testPoint θ_te, on the test loss without
 * @param trainSpan the span of the train samples' gradients at θ_tr
 * @param testSpan the span of the test samples' gradients at θ_te
 * @param plain the shift θ_tr − θ_te
 * @param projected the shift of Eq. 12: P_te (θ_tr − θ_te)
 * @param testLossRise L_te(θ_tr) − L_te(θ_te), what both stand for
 * @param hessian the ends of the train loss's spectrum at θ_tr
 * @param modifiedSgd the check of Eq. 13
 * @param execution where it was computed
 */
@Id("overparametrized-measurement")
public record OverparametrizedMeasurement(
    Outcome outcome,
    String sentence,
    int parameters,
    SgdEnd sgd,
    RefinedPoint trainPoint,
    RefinedPoint testPoint,
    Span trainSpan,
    Span testSpan,
    Shift plain,
    Shift projected,
    double testLossRise,
    HessianEnds hessian,
    ModifiedSgdCheck modifiedSgd,
    Execution execution)
    implements TrialResult {

  @Override
  public List<CertifiedPoint> certified() {
    return CertifiedPoint.of(trainPoint, testPoint);
  }

  /**
   * The span G of the samples' gradients, each without the L2 term.
   *
   * @param samples N
   * @param rank of G: singular values above max(N, d) · 2⁻⁵² of the largest
   * @param covarianceRank of C, by the same rule: at most N − 1
   * @param meanDistance of the mean gradient from G, relative to its length: 0 but for rounding
   * @param rangeDistance of C v from G, relative to its length, the largest of a few random v: 0
   *     but for rounding
   * @param parametersDistance of θ from G, relative to its length: small at a minimum with λ, where
   *     θ = −∇L / λ
   * @param singularValue of the matrix of all gradients, falling
   * @param centredSingularValue of the gradients less their mean, falling
   */
  public record Span(
      int samples,
      int rank,
      int covarianceRank,
      double meanDistance,
      double rangeDistance,
      double parametersDistance,
      Series singularValue,
      Series centredSingularValue) {}

  /**
   * A shift s, and what it makes of the test loss.
   *
   * @param norm ‖s‖
   * @param slope gᵀs, g = ∇L_te(θ_te)
   * @param shiftCurvature ½ sᵀ H_te s
   */
  public record Shift(double norm, double slope, double shiftCurvature) {}

  /**
   * The ends of a spectrum.
   *
   * @param smallest eigenvalue of the Hessian with λ
   * @param smallestWithout that of the Hessian without λ
   * @param largest eigenvalue with λ
   * @param residual each of the three is within it of an eigenvalue; of the smallest, {@code
   *     lowest} says how far the true one may be below
   * @param lambda λ
   * @param lowest the lower end with λ; empty in results of versions that had no lower bound
   */
  public record HessianEnds(
      double smallest,
      double smallestWithout,
      double largest,
      double residual,
      double lambda,
      Optional<LowestEigenvalues> lowest) {

    public HessianEnds {
      lowest = lowest == null ? Optional.empty() : lowest;
    }
  }
}
