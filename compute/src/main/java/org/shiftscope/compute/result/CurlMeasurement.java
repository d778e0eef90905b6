package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * How far a real model's field a = C⁻¹ (∇L + (T/2) ∇·C) is from a gradient, around its minimum. The
 * measure is ‖½(J − Jᵀ)‖ / ‖J‖ (Frobenius), J = ∂a: 0 for a gradient, at most 1.
 *
 * @param sentence what to know about this trial
 * @param samples N
 * @param parameters d
 * @param minimumLoss L at the minimum, with the L2 term
 * @param gradientNorm ‖∇L‖ there
 * @param noiseFromCurvature ‖C − H‖ / ‖H‖ at the minimum (Frobenius): 0 for a model that its data
 *     obey, as N grows
 * @param commutator ‖CH − HC‖ / (‖C‖ ‖H‖) there
 * @param distance from the minimum, in standard deviations of the steady state
 * @param mean of the measure over random points at that distance
 * @param largest of them
 * @param certificate that the minimum is one, by all eigenvalues of its Hessian; empty in results
 *     of versions that did not judge it
 * @param execution where it was computed
 */
@Id("curl-measurement")
public record CurlMeasurement(
    String sentence,
    int samples,
    int parameters,
    double minimumLoss,
    double gradientNorm,
    double noiseFromCurvature,
    double commutator,
    Series distance,
    Series mean,
    Series largest,
    Optional<MinimumCertificate> certificate,
    Execution execution)
    implements TrialResult {

  public CurlMeasurement {
    certificate = certificate == null ? Optional.empty() : certificate;
  }

  @Override
  public List<CertifiedPoint> certified() {
    return CertifiedPoint.of("certificate", certificate);
  }

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }
}
