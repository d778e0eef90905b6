package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.Decomposition.Term;
import org.shiftscope.compute.statistics.ConfidenceInterval;

/**
 * Eq. 4 over the seeds of each temperature, w_k = 1/K: the sum of its terms beside the test loss
 * that was measured. All numbers in nats.
 *
 * @param sentences what was found, the first leading
 * @param temperatures by ascending T; those with a decomposed trial
 */
public record Mixture(List<String> sentences, List<AtTemperature> temperatures) {

  public Mixture {
    sentences = List.copyOf(sentences);
    temperatures = List.copyOf(temperatures);
  }

  /**
   * At one temperature.
   *
   * @param temperature T
   * @param trials K, at least 1
   * @param testLoss L_te(θ_te)
   * @param terms each term of the excess, in the order of Eq. 4
   * @param sum of Eq. 4, with the slope's term
   * @param measured mean test loss over seeds and iterates
   * @param smallT Eq. 7's form for small T: L_te(θ_te) + ½ sᵀHs
   * @param residual measured − sum over the same iterates
   * @param residualShare the mean residual in parts of the mean excess
   * @param drifting trials whose window is not stationary
   * @param leading the largest term
   * @param leadingCurvature the largest of the three curvatures
   */
  public record AtTemperature(
      double temperature,
      int trials,
      Estimate testLoss,
      List<TermMean> terms,
      Estimate sum,
      Estimate measured,
      Estimate smallT,
      Estimate residual,
      double residualShare,
      int drifting,
      Leading leading,
      Leading leadingCurvature) {
    public AtTemperature {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A mean over seeds.
   *
   * @param mean of the trials' values
   * @param error its standard error over seeds; NaN for one trial
   * @param interval 95 %, by Student's t of K − 1 degrees of freedom; none for one trial
   */
  public record Estimate(double mean, double error, ConfidenceInterval interval) {}

  /** The mean of one term. */
  public record TermMean(Term term, Estimate estimate) {}

  /**
   * The term that is largest in size on average.
   *
   * @param term which
   * @param trials in how many trials it is the largest
   * @param next the second largest on average
   * @param lead by how much it is larger in size than the next, paired by trial
   * @param clear whether that interval excludes 0
   */
  public record Leading(Term term, int trials, Term next, Estimate lead, boolean clear) {}

  /** What was found at the lowest temperature. */
  public Optional<AtTemperature> lowest() {
    return temperatures.stream().findFirst();
  }
}
