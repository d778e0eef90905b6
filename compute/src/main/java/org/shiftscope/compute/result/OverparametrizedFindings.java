package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;

/**
 * What the overparametrized case came to.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends each quantity against T
 * @param excess what the shift costs on average, and what both shifts make of it
 * @param facts Appendix D on real gradients
 * @param grades how many of the points are minima; empty where none was judged
 */
@Id("overparametrized-findings")
public record OverparametrizedFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    Excess excess,
    Facts facts,
    Optional<PointGrades> grades)
    implements Findings {

  public OverparametrizedFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
  }

  /**
   * L_te(θ_tr) − L_te(θ_te) over the counted trials; NaN before the first trial.
   *
   * @param mean in nats
   * @param projectedShare the mean of gᵀs + ½ sᵀHs by the projected shift of Eq. 12, in parts of
   *     {@code mean}
   * @param plainShare the same by the plain shift
   */
  public record Excess(double mean, double projectedShare, double plainShare) {}

  /**
   * Appendix D over the counted trials. Distances are the largest of all trials, train and test,
   * relative to the vector's length; NaN before the first trial.
   *
   * @param rankBelowSamples trials in which C has a rank of at most N − 1, train and test
   * @param meanDistance of the mean gradient from the span of the samples' gradients
   * @param rangeDistance of the range of C from it
   * @param strictMinima trials whose train Hessian with λ has no eigenvalue of 0 or less within its
   *     bound
   */
  public record Facts(
      int rankBelowSamples, double meanDistance, double rangeDistance, int strictMinima) {}
}
