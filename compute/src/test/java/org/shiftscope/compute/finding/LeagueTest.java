package org.shiftscope.compute.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.League;
import org.shiftscope.compute.result.League.Needs;
import org.shiftscope.compute.result.League.Row;
import org.shiftscope.compute.result.Measures;
import org.shiftscope.compute.result.Measures.Invariance;
import org.shiftscope.compute.result.Measures.Measured;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.MeasureName;
import org.shiftscope.compute.spec.MeasuresSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import tools.jackson.databind.JsonNode;

/**
 * Planted sweeps: what is made to go with the test loss comes first, and nothing else is claimed.
 */
class LeagueTest {

  private static final int TEMPERATURES = 4;
  private static final int SEEDS = 10;
  private static final int TRIALS = TEMPERATURES * SEEDS;

  @Test
  void aMeasureThatIsMadeToPredictComesFirstAndIsSaid() {
    League league = league(1, MeasureName.FISHER_RAO);
    Row first = league.rows().getFirst();
    assertThat(first.id()).isEqualTo("fisher-rao");
    assertThat(first.withTestLoss().withinT().value()).isEqualTo(1, within(1e-12));
    assertThat(first.withTestLoss().claimed()).isTrue();
    assertThat(first.trials()).isEqualTo(TRIALS);
    assertThat(league.sentence())
        .startsWith("Within equal T, over 10 seeds at 4 temperatures and ")
        .contains(" rises with L_te(θ_tr): Fisher–Rao norm θᵀFθ (τ 1.00");
  }

  @Test
  void whereOnlyWhatHasSeenTestSamplesGoesWithTheLossTheSentenceSaysSo() {
    RandomGenerator random = RandomStreams.of(6).generator();
    double[] curvature = new double[TRIALS];
    Arrays.setAll(curvature, i -> 0.05 + 0.01 * random.nextGaussian());
    SweepFindings found =
        find(
            SEEDS,
            i ->
                PlantedSweep.measurement(0, curvature[i], 0)
                    .with(
                        new Measures(
                            List.of(measured(MeasureName.TRACE, random.nextGaussian())),
                            Optional.empty())));
    assertThat(found.league().orElseThrow().sentence())
        .contains("rise with L_te(θ_tr): ", "Exact shift-curvature ½ sᵀHs (τ 1.00")
        .contains("No measure that has seen train samples alone is told from chance.");
  }

  /** What differs between temperatures alone is no evidence. */
  @Test
  void whatOnlyTMovesIsNotClaimedWithinEqualT() {
    RandomGenerator random = RandomStreams.of(4).generator();
    League league =
        league(
            i -> 0.1 * (i % TEMPERATURES) + 0.01 * random.nextGaussian(),
            4,
            MeasureName.TRACE,
            i -> i % TEMPERATURES + 0.01 * RandomStreams.of(8).split(i).generator().nextGaussian());
    Row trace = row(league, "trace");
    assertThat(trace.withTestLoss().acrossT().value()).isGreaterThan(0.9);
    assertThat(trace.withTestLoss().claimed()).isFalse();
  }

  /** Measures that have nothing to do with the loss are claimed by chance once in twenty sweeps. */
  @Test
  void plantedNullsKeepTheStatedRate() {
    int claiming = 0;
    int sweeps = 60;
    for (int draw = 0; draw < sweeps; draw++) {
      League league = league(100 + draw, null);
      claiming +=
          league.rows().stream()
                  .filter(row -> row.needs() == Needs.TRAIN)
                  .anyMatch(row -> row.withTestLoss().claimed() || row.withGap().claimed())
              ? 1
              : 0;
    }
    // Four standard errors above 0.05, for both losses together.
    assertThat((double) claiming / sweeps).isLessThan(0.05 + 4 * Math.sqrt(0.05 * 0.95 / sweeps));
  }

  @Test
  void whereNothingIsToldFromChanceTheSentenceSaysSo() {
    String sentence = league(5, null).sentence();
    assertThat(sentence).contains("it is not decided whether any goes with L_te(θ_tr)");
    assertThat(sentence).contains("Across T, where T moves everything");
  }

  @Test
  void whatHasSeenTheAnswerIsMarked() {
    League league = league(2, null);
    assertThat(row(league, "shift-curvature").needs()).isEqualTo(Needs.ANSWER);
    assertThat(row(league, "exact-shift-curvature").needs()).isEqualTo(Needs.TEST);
    assertThat(row(league, "trace").needs()).isEqualTo(Needs.TRAIN);
    assertThat(row(league, "trace").invariance()).isEqualTo(Invariance.NOT_INVARIANT);
  }

  @Test
  void withoutMeasuresThereIsNoLeague() {
    SweepFindings found =
        (SweepFindings)
            Kind.of(PlantedSweep.sweep(2, 1))
                .findings(Map.of(0, PlantedSweep.measurement(0, 1, 0)), Include.COUNTED);
    assertThat(found.league()).isEmpty();
    assertThat(
            ResultJson.toJson(found).path("league").isMissingNode()
                || ResultJson.toJson(found).path("league").isNull())
        .isTrue();
  }

  @Test
  void ofTwoSeedsNothingIsSaid() {
    SweepFindings found = find(2, i -> measured(i, 0.01 * i, MeasureName.TRACE, 1.0 * i));
    assertThat(found.league().orElseThrow().sentence()).contains("below three seeds");
  }

  @Test
  void measuresSurviveJson() {
    ShiftMeasurement trial = measured(3, 0.02, MeasureName.TRACE, Double.NaN);
    JsonNode json = ResultJson.toJson(trial);
    assertThat(json.at("/measures/all/0/name").asString()).isEqualTo("trace");
    assertThat(json.at("/measures/all/0/value").isNull()).isTrue();
    assertThat(json.at("/measures/all/0/invariance").asString()).isEqualTo("not-invariant");
    assertThat(ResultJson.fromJson(json)).isEqualTo(trial);
  }

  private static Row row(League league, String id) {
    return league.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
  }

  /** Random losses and measures; the planted one, if any, is the loss itself. */
  private static League league(long seed, @Nullable MeasureName planted) {
    RandomGenerator random = RandomStreams.of(seed).generator();
    double[] excess = new double[TRIALS];
    Arrays.setAll(excess, i -> 0.05 + 0.01 * random.nextGaussian());
    return league(
        i -> excess[i],
        seed,
        planted == null ? MeasureName.TRACE : planted,
        planted == null ? _ -> random.nextGaussian() : i -> excess[i]);
  }

  private static League league(
      IntToDoubleFunction excess, long seed, MeasureName name, IntToDoubleFunction value) {
    RandomGenerator random = RandomStreams.of(seed).split("others").generator();
    return find(
            SEEDS,
            i -> {
              ShiftMeasurement one =
                  measured(i, excess.applyAsDouble(i), name, value.applyAsDouble(i));
              List<Measured> others =
                  Stream.of(MeasureName.values())
                      .filter(other -> other != name)
                      .map(other -> measured(other, random.nextGaussian()))
                      .toList();
              return one.with(
                  new Measures(
                      Stream.concat(one.measures().orElseThrow().all().stream(), others.stream())
                          .toList(),
                      Optional.empty()));
            })
        .league()
        .orElseThrow();
  }

  private static SweepFindings find(int seeds, IntFunction<ShiftMeasurement> trial) {
    TemperatureSweep plain = PlantedSweep.sweep(TEMPERATURES, seeds);
    var sweep =
        new TemperatureSweep(
            plain.title(),
            plain.training(),
            plain.refinement(),
            plain.line(),
            Optional.empty(),
            Optional.of(MeasuresSpec.standard()));
    Map<Integer, TrialResult> results = new HashMap<>();
    for (int i = 0; i < TEMPERATURES * seeds; i++) {
      results.put(i, trial.apply(i));
    }
    return (SweepFindings) Kind.of(sweep).findings(results, Include.COUNTED);
  }

  /** Curvature and slope that have nothing to do with the excess, which the cubic term makes up. */
  private static ShiftMeasurement measured(int i, double excess, MeasureName name, double value) {
    RandomGenerator random = RandomStreams.of(77).split(i).generator();
    double slope = 0.01 * random.nextDouble();
    double curvature = 0.02 * random.nextDouble();
    return PlantedSweep.measurement(slope, curvature, excess - slope - curvature / 2)
        .with(new Measures(List.of(measured(name, value)), Optional.empty()));
  }

  private static Measured measured(MeasureName name, double value) {
    return new Measured(
        name, value, Double.NaN, "", 1, "Planted", "Planted.", Invariance.NOT_INVARIANT, "");
  }
}
