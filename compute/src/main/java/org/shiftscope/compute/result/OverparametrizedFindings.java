package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.spec.Id;

/**
 * What the overparametrized case came to.
 *
 * @param sentence what was found
 * @param trials which trials count
 * @param trends each quantity against T
 * @param facts Appendix D on real gradients
 */
@Id("overparametrized-findings")
public record OverparametrizedFindings(
    String sentence, CountedTrials trials, List<TemperatureTrend> trends, Facts facts)
    implements Findings {

  public OverparametrizedFindings {
    trends = List.copyOf(trends);
  }

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
