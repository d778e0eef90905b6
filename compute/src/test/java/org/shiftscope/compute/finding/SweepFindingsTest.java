package org.shiftscope.compute.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.certificate.JudgePoint;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials.AtTemperature;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.CountedTrials.Remarked;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.PlantedShift;
import org.shiftscope.compute.result.PointGrades.Graded;
import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.SweepFindings.Prediction;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.RefinementSpec;
import tools.jackson.databind.JsonNode;

class SweepFindingsTest {

  @Test
  void thePapersTrendIsASentence() {
    SweepFindings found = find(4, 3, SweepFindingsTest::falling);

    assertThat(String.join(" ", found.sentences()))
        .startsWith("Shift-curvature ½ κ_te falls with T: from ")
        .contains(
            ", Kendall within seeds −1.00 [−1.00, −1.00], Spearman over all −",
            ", 12 trials. So does the exact ½ sᵀHs. Measured at one flow time alone, τ = 1. Of the excess ");
    assertThat(found.trials().counted()).hasSize(12);
    assertThat(found.trials().sentence()).isEmpty();
  }

  /** Slope 0.02, and the fit's ½ κ falls since the slope does: ½ sᵀHs does not. */
  @Test
  void aTrendOfTheFitAloneIsSaidToBeOne() {
    SweepFindings found =
        find(4, 3, i -> PlantedSweep.measurement(0.03 - 0.005 * (i % 4), 0.02 + noise(i) / 10, 0));

    assertThat(String.join(" ", found.sentences()))
        .contains("That is by the fit only. Exact shift-curvature ½ sᵀHs shows no trend with T");
  }

  /** At τ = 1 nothing depends on T, at 5 the shift-curvature falls; and the other way round. */
  @Test
  void noTrendStandsOnOneFlowTimeAlone() {
    SweepFindings late = atTwoTimes(SweepFindingsTest::level, SweepFindingsTest::falling);
    assertThat(String.join(" ", late.sentences()))
        .startsWith(
            "Shift-curvature ½ κ_te falls with T at τ = 5, shows no trend with T at τ = 1. "
                + "Exact shift-curvature ½ sᵀHs falls with T at τ = 5, shows no trend with T at τ = 1. "
                + "At τ = 5: Shift-curvature ½ κ_te falls with T: from ");
    assertThat(String.join(" ", late.sentences())).containsOnlyOnce("Exact shift-curvature");
    assertThat(late.earlier()).hasSize(1);
    assertThat(late.earlier().getFirst().trainTime()).isEqualTo(1);
    assertThat(trend(late.earlier().getFirst().trends(), "shift-curvature"))
        .isEqualTo(Direction.NONE);
    assertThat(trend(late.trends(), "shift-curvature")).isEqualTo(Direction.FALLS);

    SweepFindings early = atTwoTimes(SweepFindingsTest::falling, SweepFindingsTest::level);
    assertThat(String.join(" ", early.sentences()))
        .startsWith(
            "Shift-curvature ½ κ_te falls with T at τ = 1, shows no trend with T at τ = 5.");
    // Eq. 3 is judged anew at each, by the losses of that time.
    assertThat(early.earlier().getFirst().eq3().excess().get(2))
        .isEqualTo(falling(2).last().excess());
    assertThat(early.eq3().excess().get(2)).isEqualTo(level(2).last().excess());
  }

  @Test
  void aTrendAtEveryFlowTimeIsSaidToBeOne() {
    SweepFindings found = atTwoTimes(SweepFindingsTest::falling, SweepFindingsTest::falling);
    assertThat(String.join(" ", found.sentences()))
        .startsWith("Shift-curvature ½ κ_te falls with T at every flow time measured (τ = 1, 5).");
    assertThat(ResultJson.toJson(found).at("/earlier/0/trends/0/id").asString())
        .isEqualTo("shift-curvature");
  }

  @Test
  void noTrendAtAnyFlowTimeIsSaidToo() {
    SweepFindings found = atTwoTimes(SweepFindingsTest::level, SweepFindingsTest::level);
    assertThat(String.join(" ", found.sentences()))
        .startsWith(
            "Shift-curvature ½ κ_te shows no trend with T at any flow time measured (τ = 1, 5).");
  }

  private static ShiftMeasurement level(int trial) {
    return PlantedSweep.measurement(0, 0.03 + noise(trial) / 10, 0);
  }

  private static SweepFindings atTwoTimes(
      IntFunction<ShiftMeasurement> early, IntFunction<ShiftMeasurement> late) {
    var flow =
        new RefinementSpec.Flow(
            5, 5, PlantedSweep.ADAPTIVE, Optional.of(new EarlierTimes(List.of(0.2))));
    Map<Integer, TrialResult> results =
        results(12, i -> PlantedShift.with(late.apply(i), List.of(early.apply(i).last())));
    return (SweepFindings)
        Kind.of(PlantedSweep.sweep(4, 3, flow)).findings(results, Include.COUNTED);
  }

  private static Direction trend(List<TemperatureTrend> trends, String id) {
    return trends.stream()
        .filter(trend -> trend.id().equals(id))
        .findFirst()
        .orElseThrow()
        .test()
        .direction();
  }

  /** An excess that nothing predicts: the losses alone would correlate. */
  @Test
  void theHeadlineOfEq3CanFail() {
    double[] cubic = RandomStreams.of(2).fastGenerator().doubles(12).toArray();
    SweepFindings found =
        find(4, 3, i -> PlantedSweep.measurement(0, 0.02 + 0.1 * noise(i), 0.01 * cubic[i]));

    assertThat(prediction(found, "curvature").pearson()).isLessThan(0.5);
    assertThat(prediction(found, "none").biasShare()).isEqualTo(-1, within(1e-12));
  }

  @Test
  void whereTheTestLossIsQuadraticEveryPredictionButTheBaselinesIsExact() {
    SweepFindings found = find(4, 3, i -> PlantedSweep.measurement(0, 0.04 - 0.004 * (i % 4), 0));

    for (String way :
        List.of("fit", "curvature", "second-order", "half-fit", "half-fit-with-slope")) {
      Prediction exact = prediction(found, way);
      assertThat(exact.slopeThroughOrigin()).as(way).isEqualTo(1, within(1e-9));
      assertThat(exact.intercept()).as(way).isEqualTo(0, within(1e-12));
      assertThat(exact.pearson()).as(way).isEqualTo(1, within(1e-12));
      assertThat(exact.bias()).as(way).isEqualTo(0, within(1e-12));
      assertThat(exact.rmse()).as(way).isEqualTo(0, within(1e-12));
    }
    assertThat(prediction(found, "straight-line").biasShare()).isEqualTo(-1, within(1e-12));
    assertThat(prediction(found, "straight-line").pearson()).isNaN();
  }

  /** Excess g + h with g = h = 0.01: the symmetrized fits count the slope as curvature. */
  @Test
  void withASlopeTheHalfFitMissesAndTheParabolaDoesNot() {
    SweepFindings found = find(4, 3, _ -> PlantedSweep.measurement(0.01, 0.02, 0));

    assertThat(prediction(found, "second-order").bias()).isEqualTo(0, within(1e-12));
    assertThat(prediction(found, "half-fit-with-slope").bias()).isEqualTo(0, within(1e-12));
    assertThat(prediction(found, "curvature").biasShare()).isEqualTo(-0.5, within(1e-9));
    assertThat(prediction(found, "straight-line").biasShare()).isEqualTo(-0.5, within(1e-9));
    // g Σr³ / Σr⁴ is about 5 g / (4 · reach): 2.5 g on the half, 1.25 g on the whole.
    assertThat(prediction(found, "half-fit").bias()).isBetween(0.012, 0.016);
    assertThat(prediction(found, "fit").bias()).isBetween(0.001, 0.004);
    assertThat(prediction(found, "fit").containsAnswer()).isTrue();
    // All twelve points are one point.
    assertThat(prediction(found, "fit").pearson()).isNaN();
    assertThat(prediction(found, "fit").slope()).isNaN();
  }

  @Test
  void belowSixTrialsThereIsNoCorrelation() {
    assertThat(prediction(find(5, 1, SweepFindingsTest::falling), "fit").pearson()).isNaN();
    assertThat(prediction(find(6, 1, SweepFindingsTest::falling), "fit").pearson()).isFinite();
  }

  @Test
  void whatIsLeftOutAndWhatIsMarkedIsCountedByTemperature() {
    Map<Integer, TrialResult> results = results(12, SweepFindingsTest::falling);
    results.put(3, PlantedSweep.diverged());
    results.put(7, PlantedSweep.learntNothing());
    results.put(11, withSgd(2.2, false, Outcome.MEASURED)); // above 0.9 ln 10
    results.put(2, withSgd(1.5, false, Outcome.MEASURED)); // above half, and still falling
    results.put(0, withSgd(0.05, true, Outcome.UNCONVERGED));

    SweepFindings found = find(4, 3, results, Include.COUNTED);

    assertThat(found.trials().sentence())
        .isEqualTo(
            "Left out of 12 trials: 1 diverged, 1 learnt nothing, 2 hardly trained. Counted, to be read with care:"
                + " 1 not converged, 1 capped.");
    assertThat(found.trials().counted())
        .extracting(Place::trial)
        .containsExactly(0, 1, 4, 5, 6, 8, 9, 10);
    AtTemperature highest = found.trials().temperatures().getLast();
    assertThat(highest.counted()).isZero();
    assertThat(highest.ended()).isEqualTo(3);
    assertThat(highest.remarks())
        .containsExactly(
            new Remarked(Remark.DIVERGED, List.of(3)),
            new Remarked(Remark.LEARNT_NOTHING, List.of(7)),
            new Remarked(Remark.HARDLY_TRAINED, List.of(11)));
    assertThat(found.trials().with(Remark.HARDLY_TRAINED)).isEqualTo(2);
  }

  @Test
  void whoAsksForAllGetsTheHardlyTrainedToo() {
    Map<Integer, TrialResult> results = results(12, SweepFindingsTest::falling);
    results.put(3, PlantedSweep.diverged());
    results.put(11, withSgd(2.2, false, Outcome.MEASURED));

    SweepFindings found = find(4, 3, results, Include.ALL);

    assertThat(found.trials().counted()).extracting(Place::trial).contains(11).doesNotContain(3);
    assertThat(found.trials().sentence())
        .isEqualTo(
            "Left out of 12 trials: 1 diverged. Counted, to be read with care: 1 hardly trained.");
  }

  /** Held by λ, or too small: above half of the entropy for good, and not hardly trained. */
  @Test
  void aModelThatCannotDoBetterCounts() {
    var train = PlantedSweep.measurement(0, 1, 0).trainPoint();

    assertThat(HardlyTrained.is(PlantedSweep.sgd(1.5, false), pointAt(train, 1.4))).isFalse();
    assertThat(HardlyTrained.is(PlantedSweep.sgd(1.5, false), pointAt(train, 1.2))).isTrue();
    assertThat(HardlyTrained.is(PlantedSweep.sgd(1.1, false), pointAt(train, 0.1))).isFalse();
  }

  @Test
  void beforeAndBesideResultsTheSentenceSaysSo() {
    assertThat(String.join(" ", find(4, 3, Map.of(), Include.COUNTED).sentences()))
        .isEqualTo("No trial has a result yet, of 12.");
    assertThat(
            String.join(
                " ", find(4, 3, Map.of(0, PlantedSweep.diverged()), Include.COUNTED).sentences()))
        .isEqualTo(
            "None counts of the 1 trial with a result so far. Left out of 12 trials: 1 diverged.");
    assertThat(
            String.join(
                " ",
                find(1, 2, results(2, _ -> PlantedSweep.diverged()), Include.COUNTED).sentences()))
        .isEqualTo("None of 2 trials counts. Left out of 2 trials: 2 diverged.");
    assertThat(
            String.join(
                " ",
                find(4, 3, results(8, SweepFindingsTest::falling), Include.COUNTED).sentences()))
        .startsWith("From the 8 of 12 trials with a result: Shift-curvature ½ κ_te goes from ");
  }

  @Test
  void inJsonTheyAreNumbersNamesAndNulls() {
    JsonNode json = ResultJson.toJson(find(4, 1, SweepFindingsTest::falling));

    assertThat(json.get("type").asString()).isEqualTo("sweep-findings");
    assertThat(json.at("/trends/0/id").asString()).isEqualTo("shift-curvature");
    assertThat(json.at("/trends/0/test/direction").asString()).isEqualTo("unknown");
    assertThat(json.at("/trends/0/test/spearman").isNull()).isTrue();
    assertThat(json.at("/trends/0/temperatures/0/mean").isNumber()).isTrue();
    assertThat(json.at("/trends/0/temperatures/0/deviation").isNull()).isTrue();
    assertThat(json.at("/eq3/predictions/0/predicted").size()).isEqualTo(4);
  }

  @Test
  void pointsThatAreNoMinimaCountAndAreSaidOnceWithTheReason() {
    SweepFindings found = find(4, 3, i -> i < 5 ? onASlope(falling(i)) : falling(i));

    assertThat(found.trials().with(Remark.TRAIN_POINT_NO_MINIMUM)).isEqualTo(5);
    assertThat(found.trials().with(Remark.TEST_POINT_NO_MINIMUM)).isZero();
    assertThat(found.trials().counted()).hasSize(12);
    assertThat(found.grades().orElseThrow().points())
        .containsExactly(new Graded("θ_tr", 5, 7, 0, 0, 5, 0, 0));
    assertThat(String.join(" ", found.sentences()))
        .endsWith(
            "None of 5 train points θ_tr is a minimum: at all of them the loss still slopes. 7 trials of an earlier version did not"
                + " judge theirs.")
        .doesNotContain("to be read with care");
    assertThat(ResultJson.toJson(found).at("/grades/points/0/notAMinimum").asInt()).isEqualTo(5);
    assertThat(find(4, 3, SweepFindingsTest::falling).grades()).isEmpty();
  }

  private static TrialResult onASlope(TrialResult result) {
    ShiftMeasurement trial = (ShiftMeasurement) result;
    var evidence =
        new Evidence(
            0.04, 1e-3, 1e-6, 1, Optional.empty(), 1, 0, 0, Optional.empty(), Optional.empty());
    return PlantedShift.with(
        trial, trial.trainPoint().certified(JudgePoint.of(evidence)), trial.testPoint());
  }

  private static ShiftMeasurement falling(int i) {
    return PlantedSweep.measurement(0.001, 0.04 - 0.008 * (i % 4) + noise(i) / 10, 0.0005);
  }

  private static RefinedPoint pointAt(RefinedPoint point, double loss) {
    return new RefinedPoint(point.name(), point.method(), loss, 1e-3, 50, 5, 0, Optional.empty());
  }

  private static TrialResult withSgd(double trainLoss, boolean capped, Outcome outcome) {
    return PlantedSweep.measurement(0.001, 0.04, 0, PlantedSweep.sgd(trainLoss, capped), outcome);
  }

  /** 0 to 0.01 without any order. */
  private static double noise(int i) {
    return 0.01 * ((i * 7 + i / 4 * 3) % 11) / 11;
  }

  private static Prediction prediction(SweepFindings found, String id) {
    return found.eq3().predictions().stream()
        .filter(prediction -> prediction.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<Integer, TrialResult> results(int count, IntFunction<TrialResult> result) {
    Map<Integer, TrialResult> results = new HashMap<>();
    for (int i = 0; i < count; i++) {
      results.put(i, result.apply(i));
    }
    return results;
  }

  private static SweepFindings find(int temperatures, int seeds, IntFunction<TrialResult> result) {
    return find(temperatures, seeds, results(temperatures * seeds, result), Include.COUNTED);
  }

  private static SweepFindings find(
      int temperatures, int seeds, Map<Integer, TrialResult> results, Include include) {
    return (SweepFindings)
        Kind.of(PlantedSweep.sweep(temperatures, seeds)).findings(results, include);
  }
}
