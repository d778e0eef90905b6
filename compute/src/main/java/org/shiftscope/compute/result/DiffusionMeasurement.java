package org.shiftscope.compute.result;

import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Id;

/**
 * What a trial found of the accuracy of the diffusion picture (Appendix A).
 *
 * @param sentence what to know about this trial
 * @param sgd the end of SGD, where the noise is measured
 * @param parameters d
 * @param samples N, from which SGD draws
 * @param directions the noise along each direction looked at
 * @param weakError the Langevin equation against SGD on the planted regression
 * @param execution where it was computed
 */
@Id("diffusion-measurement")
public record DiffusionMeasurement(
    String sentence,
    SgdEnd sgd,
    int parameters,
    int samples,
    List<NoiseDirection> directions,
    WeakError weakError,
    Execution execution)
    implements TrialResult {

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }

  /**
   * The samples' gradients along one direction u. The series hold orders n = 1 to 6.
   *
   * @param name "gradient", "top eigenvector" or "random"
   * @param curvature uᵀHu of the train loss
   * @param cumulant κ_n of uᵀ∇ℓ_i over the samples
   * @param standardError of the cumulants, by the bootstrap
   * @param coefficient T^(n−1) κ_n / n!
   * @param width √(T κ_2 / (2 uᵀHu)), the width that Eq. 10 gives; NaN where the curvature is not
   *     above 0
   * @param relative |coefficient| / widthⁿ in parts of the second, which is 1
   */
  public record NoiseDirection(
      String name,
      double curvature,
      Series cumulant,
      Series standardError,
      Series coefficient,
      double width,
      Series relative) {

    /** |κ_n| / κ_2^(n/2): that of the noise in units of its own spread. Shape [n]. */
    public Series standardised() {
      return inSpreads(cumulant);
    }

    /** The standard errors of the same. Shape [n]. */
    public Series standardisedError() {
      return inSpreads(standardError);
    }

    private Series inSpreads(Series values) {
      double spread = Math.sqrt(cumulant.get(1));
      double[] scaled = values.toArray();
      Arrays.setAll(scaled, i -> Math.abs(scaled[i]) / Math.pow(spread, i + 1));
      return Series.of(scaled);
    }
  }
}
