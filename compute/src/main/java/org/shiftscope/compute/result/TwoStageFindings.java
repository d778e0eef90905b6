package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.spec.Id;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/**
 * Whether the losses after the second stage depend on η and B through T alone, and where they go as
 * T rises.
 *
 * @param sentences what was found, the first leading
 * @param trials which trials count: second stages alone
 * @param trends each quantity against T, over all batch sizes, and the final losses at the smallest
 *     alone as well
 * @param settings the final losses of each (η, B), by ascending T and B
 * @param equalTemperatures whether (η, B) of equal T come to equal losses, by loss, T and B
 * @param collapses those tests summed up for each loss; empty before there is one
 * @param changes each loss at the highest temperature against that at the lowest; empty before both
 *     are there
 */
@Id("two-stage-findings")
public record TwoStageFindings(
    List<String> sentences,
    CountedTrials trials,
    List<TemperatureTrend> trends,
    List<Setting> settings,
    List<EqualTemperature> equalTemperatures,
    List<Collapse> collapses,
    List<Change> changes)
    implements Findings {

  public TwoStageFindings {
    sentences = List.copyOf(sentences);
    trends = List.copyOf(trends);
    settings = List.copyOf(settings);
    equalTemperatures = List.copyOf(equalTemperatures);
    collapses = List.copyOf(collapses);
    changes = List.copyOf(changes);
  }

  /** Which loss a test is about. */
  public enum Loss implements Named {
    /** Of the train samples. */
    TRAIN("Train loss"),
    /** Of the test samples. */
    TEST("Test loss");

    private final String title;

    Loss(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }

    /** A trial's final one. */
    public double of(TwoStageMeasurement trial) {
      return this == TRAIN ? trial.last().trainLoss() : trial.last().testLoss();
    }
  }

  /**
   * The trials of one (η, B).
   *
   * @param temperature T
   * @param batchSize B
   * @param learningRate η = T · B
   * @param trials counted ones
   * @param diverged trials that left the finite numbers
   * @param trainLoss mean over initialisations; NaN for none
   * @param trainDeviation their standard deviation; NaN below two
   * @param testLoss as for the train loss
   * @param testDeviation as for the train loss
   * @param sharpness mean of η·h; NaN where h was not asked for
   */
  public record Setting(
      double temperature,
      int batchSize,
      double learningRate,
      int trials,
      int diverged,
      double trainLoss,
      double trainDeviation,
      double testLoss,
      double testDeviation,
      double sharpness) {}

  /**
   * A loss at B against that at the smallest B of the same T, in pairs of one initialisation: by
   * two one-sided t-tests.
   *
   * @param loss which
   * @param temperature T
   * @param batchSize B
   * @param smallest the B that it is compared with
   * @param learningRate η = T · B
   * @param sharpness mean of η·h; NaN where h was not asked for
   * @param pairs initialisations that have both
   * @param difference mean of the loss at B − the loss at the smallest B
   * @param interval its 90 % interval; NaN below three pairs
   * @param margin within which they count as equal, nats
   * @param pValue the larger of the two tests; NaN below three pairs
   * @param verdict what follows at 5 %
   */
  public record EqualTemperature(
      Loss loss,
      double temperature,
      int batchSize,
      int smallest,
      double learningRate,
      double sharpness,
      int pairs,
      double difference,
      ConfidenceInterval interval,
      double margin,
      double pValue,
      Verdict verdict) {}

  /**
   * The tests at equal T summed up.
   *
   * @param loss which
   * @param margin within which two count as equal, nats
   * @param equivalent tests that found the losses equal
   * @param different tests that found them to differ by more
   * @param undecided tests that could not tell
   * @param holdsTo the largest η up to which every test found them equal; NaN for none
   * @param breaksFrom the smallest η at which they differ; NaN where they do nowhere
   * @param sharpnessThere mean η·h there; NaN where it is not known
   */
  public record Collapse(
      Loss loss,
      double margin,
      int equivalent,
      int different,
      int undecided,
      double holdsTo,
      double breaksFrom,
      double sharpnessThere) {}

  /**
   * A loss at the highest temperature against that at the lowest, both at the smallest B, in pairs
   * of one initialisation: whether it is constant within a share of the test loss's range.
   *
   * @param loss which
   * @param from the lowest T
   * @param to the highest T
   * @param pairs initialisations that have both
   * @param difference mean of the loss at the highest − the loss at the lowest
   * @param interval its 90 % interval; NaN below three pairs
   * @param margin within which it counts as constant, nats
   * @param pValue the larger of the two tests; NaN below three pairs
   * @param verdict what follows at 5 %
   */
  public record Change(
      Loss loss,
      double from,
      double to,
      int pairs,
      double difference,
      ConfidenceInterval interval,
      double margin,
      double pValue,
      Verdict verdict) {}
}
