package org.shiftscope.compute.kind.twostage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.result.TwoStageFindings;
import org.shiftscope.compute.result.TwoStageFindings.Collapse;
import org.shiftscope.compute.result.TwoStageFindings.Loss;
import org.shiftscope.compute.result.TwoStageMeasurement;
import org.shiftscope.compute.result.TwoStageMeasurement.FirstEnd;
import org.shiftscope.compute.result.TwoStageMeasurement.Medians;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.FinalLoss;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.SecondStage;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TwoStage;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/** What is found where it was planted. */
class FindTwoStageTest {

  private static final Execution HERE = new Execution("cpu", 1, "test");

  static TwoStage spec(int seeds) {
    return new TwoStage(
        "Planted",
        DatasetSpec.all(DatasetName.DIGITS),
        new NetworkSpec.Mlp(List.of(), Activation.RELU, 1),
        new Temperatures.Listed(List.of(1e-4, 1e-3, 1e-2)),
        List.of(10, 20, 100),
        new Seeds(LongStream.range(0, seeds).boxed().toList()),
        new SgdSpec.Scheduled(0.1, 100, 100, 0.9, List.of(0.5), 0.1, 5e-4),
        new SecondStage(new SecondStage.Epochs(100), 100, FinalLoss.WHOLE, 0.25, true));
  }

  private static TwoStageFindings find(int seeds, double off, double noise) {
    TwoStage spec = spec(seeds);
    return FindTwoStage.of(spec, planted(spec, new Planted(0.9, off, 0.1, 0), noise), Include.ALL);
  }

  /**
   * What is planted.
   *
   * @param from the η from which both losses are off
   * @param off by how much
   * @param fall by how much the test loss falls for each decade of T
   * @param rise by how much the train loss rises
   */
  record Planted(double from, double off, double fall, double rise) {}

  /** Each seed at a level of its own. */
  static Map<Integer, TrialResult> planted(TwoStage spec, Planted planted, double noise) {
    var random = new Random(3);
    Map<Integer, TrialResult> results = new HashMap<>();
    for (int trial = spec.firstStages(); trial < spec.trialCount(); trial++) {
      double rate = spec.temperatureOf(trial) * spec.batchSizeOf(trial);
      double level = 0.3 * spec.seedOf(trial) + (rate > planted.from ? planted.off : 0);
      double decades = 4 + Math.log10(spec.temperatureOf(trial));
      results.put(
          trial,
          result(
              spec.batchSizeOf(trial),
              rate,
              1 + level + planted.rise * decades + noise * random.nextGaussian(),
              1 + level - planted.fall * decades + noise * random.nextGaussian()));
    }
    return results;
  }

  private static TwoStageMeasurement result(int batchSize, double rate, double train, double test) {
    return new TwoStageMeasurement(
        "Planted.",
        batchSize,
        new FirstEnd(0.9, 0.95, 1, 0.9),
        new Medians(100, true, train, test),
        new SgdEnd(rate, 1_000, 100, 1_000 * rate, false, train, test, 1, 0.9, Optional.empty()),
        3,
        HERE);
  }

  private static Collapse collapse(TwoStageFindings found, Loss loss) {
    return found.collapses().stream().filter(one -> one.loss() == loss).findFirst().orElseThrow();
  }

  @Test
  void aCollapseIsFoundAndItsMarginIsAShareOfWhatTheTemperatureChanges() {
    Collapse test = collapse(find(5, 0, 1e-3), Loss.TEST);

    assertThat(test.equivalent()).isEqualTo(6);
    assertThat(test.margin()).isCloseTo(0.25 * 0.2, within(1e-3));
    assertThat(test.holdsTo()).isCloseTo(1, within(1e-12));
    assertThat(test.breaksFrom()).isNaN();
  }

  @Test
  void aPairThatIsOffBreaksItAtItsOwnRate() {
    TwoStageFindings found = find(5, 0.3, 1e-3);
    Collapse test = collapse(found, Loss.TEST);

    assertThat(test.different()).isEqualTo(1);
    assertThat(test.equivalent()).isEqualTo(5);
    assertThat(test.breaksFrom()).isCloseTo(1, within(1e-12));
    assertThat(test.sharpnessThere()).isCloseTo(3, within(1e-12));
    assertThat(test.holdsTo()).isCloseTo(0.2, within(1e-12));
    assertThat(String.join(" ", found.sentences()))
        .contains(
            "of 6 comparisons with the smallest batch 5 are equal",
            "it depends on T alone up to η = 0.2; that breaks at η = 1, where η·h is 3");
  }

  @Test
  void noiseLeavesItUndecidedAndTwoSeedsClaimNothing() {
    assertThat(collapse(find(5, 0, 0.2), Loss.TEST).undecided()).isPositive();
    TwoStageFindings few = find(2, 0.3, 1e-3);
    assertThat(few.equalTemperatures())
        .isNotEmpty()
        .allMatch(test -> test.verdict() == Verdict.UNDECIDED && Double.isNaN(test.pValue()));
  }

  @Test
  void theTestLossFallsAndTheTrainLossIsConstant() {
    TwoStageFindings found = find(5, 0, 1e-3);

    assertThat(found.trends().get(1).id()).isEqualTo("final-test-loss");
    assertThat(found.changes().getFirst().verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(found.changes().get(1).verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(found.changes().get(1).difference()).isCloseTo(-0.2, within(5e-3));
    assertThat(found.trends().get(1).test().spearman()).isNegative();
    assertThat(found.trends().getFirst().test().direction()).isNotEqualTo(Direction.FALLS);
    assertThat(String.join(" ", found.sentences()))
        .contains("the train loss changes by", "constant within");
  }

  @Test
  void aTrialThatLosesWhatWasLearntCountsAndOneThatHadLearntNothingDoesNot() {
    TwoStage spec = spec(1);
    TwoStageMeasurement lost = result(100, 1, 5, 5);
    var never =
        new TwoStageMeasurement(
            "Planted.", 100, new FirstEnd(2.3, 2.3, 0.1, 0.1), lost.last(), lost.sgd(), 3, HERE);
    int last = spec.trialCount() - 1;

    assertThat(FindTwoStage.of(spec, Map.of(last, lost), Include.COUNTED).trials().counted())
        .hasSize(1);
    assertThat(FindTwoStage.of(spec, Map.of(last, never), Include.COUNTED).trials().counted())
        .isEmpty();
  }

  @Test
  void theTrendOfTheSmallestBatchIsNotMovedByALargeOneThatBreaks() {
    var trend = find(5, 3, 1e-3).trends().getLast();

    assertThat(trend.id()).isEqualTo("test-loss-at-smallest-batch");
    assertThat(trend.test().trials()).isEqualTo(15);
    assertThat(trend.temperatures().getLast().mean() - trend.temperatures().getFirst().mean())
        .isCloseTo(-0.2, within(5e-3));
  }

  @Test
  void aRateThatDivergesIsToldWithItsCount() {
    TwoStage spec = spec(3);
    Map<Integer, TrialResult> results = new HashMap<>();
    for (int trial = spec.firstStages(); trial < spec.trialCount(); trial++) {
      double rate = spec.temperatureOf(trial) * spec.batchSizeOf(trial);
      results.put(
          trial,
          rate > 0.9
              ? new Diverged("SGD diverged.", 3, HERE)
              : result(spec.batchSizeOf(trial), rate, 1 + trial * 1e-4, 1 - trial * 1e-4));
    }
    TwoStageFindings found = FindTwoStage.of(spec, results, Include.ALL);

    assertThat(String.join(" ", found.sentences()))
        .contains("With B = 100 at T = 0.01 (η = 1) SGD diverged in 3 of 3 trials.");
  }

  @Test
  void theMedianIsTheMiddleValueOrTheMeanOfBothMiddleOnes() {
    assertThat(TakeLastSteps.median(new double[] {9, 1, 5})).isEqualTo(5);
    assertThat(TakeLastSteps.median(new double[] {4, 100, 2, 1})).isEqualTo(3);
    assertThat(TakeLastSteps.median(new double[] {7})).isEqualTo(7);
  }
}
