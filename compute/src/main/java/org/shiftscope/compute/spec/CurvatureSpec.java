package org.shiftscope.compute.spec;

/**
 * What is measured of the whole Hessian and of the gradient's covariance at the train and the test
 * point, beside the curvature along the shift.
 *
 * @param eigenvalues largest eigenvalues of the Hessian and of the covariance, 1 to 50
 * @param probes products that a trace may cost (Hutch++), 6 to 300; its error falls as 1 / probes
 */
public record CurvatureSpec(
    @Within(least = 1, most = 50) int eigenvalues, @Within(least = 6, most = 300) int probes) {

  public CurvatureSpec {
    new Problems()
        .within(CurvatureSpec.class, "eigenvalues", eigenvalues)
        .within(CurvatureSpec.class, "probes", probes)
        .refuseIfAny();
  }

  /**
   * Cap on Lanczos' products for the Hessian's ends. The largest eigenvalues take two or three
   * each; the smallest lies at the edge of many that are nearly 0, and takes 100 to 150 on small
   * networks (docs/decisions/026-certificates.md).
   */
  public int mostHessianSteps() {
    return 150 + 6 * eigenvalues;
  }

  /** Cap on Lanczos' products for the covariance's largest eigenvalues. */
  public int mostCovarianceSteps() {
    return 20 + 4 * eigenvalues;
  }

  /**
   * Full-data gradients that it costs at one point: three for a product with the Hessian, two for
   * one with the covariance, both twice in each of tr(HC)'s, and the samples' gradients one by one.
   */
  public double expectedGradients() {
    return 3.0 * (mostHessianSteps() + probes) + 2.0 * mostCovarianceSteps() + 10.0 * probes + 10;
  }
}
