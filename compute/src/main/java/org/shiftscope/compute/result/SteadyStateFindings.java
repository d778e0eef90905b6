package org.shiftscope.compute.result;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.spec.Id;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/**
 * What the steady states of an experiment have in common.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count
 * @param trends each quantity against T, over all batch sizes
 * @param settings tr Σ beside theory, by ascending T and B
 * @param equalTemperatures whether equal T give equal tr Σ, by ascending T and B
 * @param equality those verdicts in a sentence; empty where there is no pair to compare
 * @param arrival the fluctuation-dissipation ratios in the course of the runs
 * @param bias how far mean and mode lie from the minimum
 * @param grades how many of the points are minima; empty where none was judged
 */
@Id("steady-state-findings")
public record SteadyStateFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    List<Setting> settings,
    List<EqualTemperature> equalTemperatures,
    String equality,
    Arrival arrival,
    Bias bias,
    Optional<PointGrades> grades)
    implements Findings {

  public SteadyStateFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
    settings = List.copyOf(settings);
    equalTemperatures = List.copyOf(equalTemperatures);
  }

  /**
   * tr Σ over the seeds of one temperature and batch size.
   *
   * @param temperature T
   * @param batchSize B
   * @param trials how many
   * @param trace mean of tr Σ
   * @param error its standard error, from within the trials
   * @param theory tr Σ of HΣ + ΣH = T C
   * @param exact that at this η, where it is known; NaN elsewhere
   */
  public record Setting(
      double temperature,
      int batchSize,
      int trials,
      double trace,
      double error,
      double theory,
      double exact) {}

  /**
   * Whether two (η, B) at equal T have the same tr Σ. The smallest B of each T is what others are
   * compared with.
   *
   * @param temperature T
   * @param batchSize B
   * @param learningRate η = T · B
   * @param ratio tr Σ at B to that at the smallest B of this T
   * @param interval the ratio's 90 % interval
   * @param pValue the larger of the two one-sided tests
   * @param verdict what follows at 5 %, within the spec's margin
   */
  public record EqualTemperature(
      double temperature,
      int batchSize,
      double learningRate,
      double ratio,
      ConfidenceInterval interval,
      double pValue,
      Verdict verdict) {}

  /**
   * Means over the counted trials window by window, with their standard errors over the trials (NaN
   * for one trial). All series have one length, 0 before the first trial.
   *
   * @param flowTime η · steps to the middle of each window of the first counted trial
   * @param first E[(θ − θ*)·∇L] / ((T/2) E tr C)
   * @param firstError its standard error
   * @param second E ‖∇L‖² / ((T/2) E tr HC)
   * @param secondError its standard error
   */
  public record Arrival(
      Series flowTime, Series first, Series firstError, Series second, Series secondError) {}

  /**
   * Along the Hessian's eigenvector on which theory's mean and b differ most. All shifts are linear
   * in T to first order.
   *
   * @param axis index of the eigenvector, from 0; −1 before the first trial
   * @param eigenvalue of the Hessian along it
   * @param meanPerTemperature (E θ − θ*) / T by theory
   * @param modePerTemperature that of SGD's mode
   * @param biasPerTemperature b / T, the paper's (Appendix B.2)
   */
  public record Bias(
      int axis,
      double eigenvalue,
      double meanPerTemperature,
      double modePerTemperature,
      double biasPerTemperature) {}
}
