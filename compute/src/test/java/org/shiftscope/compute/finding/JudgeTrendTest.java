package org.shiftscope.compute.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CountedTrials;
import org.shiftscope.compute.result.CountedTrials.Place;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Direction;

class JudgeTrendTest {

  private static final TrendQuantity<Double> VALUE =
      TrendQuantity.of("value", "The value", "", value -> value);

  @Test
  void aPlantedFallIsToldWithItsNumbers() {
    TemperatureTrend trend = trend(4, 3, i -> 0.05 - 0.01 * (i % 4) + 0.001 * (i / 4));

    assertThat(trend.test().direction()).isEqualTo(Direction.FALLS);
    assertThat(trend.test().sentence())
        .isEqualTo(
            "The value falls with T: from 0.051 to 0.021, Kendall within seeds −1.00 [−1.00, −1.00], Spearman over all −0.97, 12 trials.");
    assertThat(trend.test().exact()).isTrue();
    // The one of 24 orders of each seed that falls, and the one that rises.
    assertThat(trend.test().pValue()).isEqualTo(2 * Math.pow(24, -3), within(1e-15));
    assertThat(trend.temperatures()).extracting(TemperatureTrend.Mean::trials).containsOnly(3);
    assertThat(trend.temperatures().getFirst().mean()).isEqualTo(0.051, within(1e-15));
    assertThat(trend.temperatures().getFirst().deviation()).isBetween(0.000999, 0.001001);
  }

  @Test
  void twoTemperaturesOrTwoSeedsAreTooFewForAClaim() {
    assertThat(trend(2, 5, i -> 1.0 + i % 2).test().direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(trend(2, 5, i -> 1.0 + i % 2).test().sentence())
        .isEqualTo(
            "The value goes from 1 to 2 as T rises, 10 trials. A trend needs three temperatures.");
    assertThat(trend(5, 2, i -> 1.0 + i % 5).test().direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(trend(1, 3, i -> 1.0 + i).test().sentence())
        .isEqualTo(
            "The value is 2 at the one temperature, 3 trials. A trend needs three temperatures.");
  }

  @Test
  void roundOffIsNoTrend() {
    TemperatureTrend trend = trend(4, 3, i -> 0.7423 * (1 - 1e-10 * (i % 4)));

    assertThat(trend.test().direction()).isEqualTo(Direction.CONSTANT);
    assertThat(trend.test().spearman()).isNaN();
    assertThat(trend.test().sentence())
        .isEqualTo("The value is the same in all 12 trials but for round-off: 0.742.");
  }

  /** Each seed has a value of its own, which round-off moves up. */
  @Test
  void roundOffWithinSeedsIsNoTrend() {
    TemperatureTrend trend = trend(4, 5, i -> (1 + i / 4) * (1 + 1e-11 * (i % 4)));

    assertThat(trend.test().direction()).isEqualTo(Direction.CONSTANT);
    assertThat(trend.test().sentence())
        .isEqualTo("The value is the same at every T within seeds but for round-off, 20 trials.");
  }

  /** Seed by seed, as an experiment under way may stand: nothing can be compared within one. */
  @Test
  void seedsAtOneTemperatureEachClaimNothing() {
    List<Place> places =
        IntStream.range(0, 6).mapToObj(i -> new Place(i, 0.001 * (1 + i), i)).toList();

    TemperatureTrend.Tested test = trend(places, i -> i).test();

    assertThat(test.direction()).isEqualTo(Direction.UNKNOWN);
    assertThat(test.seeds()).isZero();
    assertThat(test.sentence())
        .isEqualTo(
            "The value goes from 0 to 5 as T rises, 6 trials. Nothing is claimed below three seeds with trials at several"
                + " temperatures, within which it would be judged.");
  }

  /**
   * The same noise with seeds that differ by nothing, as it does, and by a thousand times as much.
   */
  @Test
  void whatSeedsDifferByAtEveryTemperatureIsNoNoise() {
    double[] p =
        IntStream.of(0, 1, 1_000)
            .mapToDouble(
                own -> planted(RandomStreams.of(1).fastGenerator(), 4, 5, own, 0.5).test().pValue())
            .toArray();

    assertThat(p).containsOnly(p[0]);
    assertThat(p[0]).isBetween(1e-6, 0.5);
  }

  /** Trials of one split at one temperature are one witness. */
  @Test
  void withinSplitsTheMeansOverSeedsAreCompared() {
    List<Place> places =
        IntStream.range(0, 36)
            .mapToObj(i -> new Place(i, 0.001 * (1 + i % 3), i / 9, Optional.of(i / 3 % 3L)))
            .toList();

    TemperatureTrend.Tested test = trend(places, i -> i % 3 + 10 * (i / 9)).test();

    assertThat(test.seeds()).isEqualTo(3);
    assertThat(test.trials()).isEqualTo(36);
    // Three pairs of each of three splits.
    assertThat(test.jonckheere()).isEqualTo(9);
    assertThat(test.pValue()).isEqualTo(2 * Math.pow(6, -3), within(1e-15));
    assertThat(test.sentence()).contains("Kendall within splits 1.00 [1.00, 1.00], ");
  }

  @Test
  void whatNoTrialMeasuredHasNoTrend() {
    assertThat(trend(4, 3, _ -> Double.NaN).test().sentence())
        .isEqualTo("The value was not measured.");
    assertThat(trend(4, 3, _ -> Double.NaN).temperatures()).isEmpty();
  }

  @Test
  void theSameValuesGiveTheSameBits() {
    assertThat(planted(RandomStreams.of(1).fastGenerator(), 4, 5, 1, 0.3))
        .isEqualTo(planted(RandomStreams.of(1).fastGenerator(), 4, 5, 1, 0.3));
  }

  /**
   * Without a trend, a claim is made in at most 5 % of experiments, here with three standard errors
   * of a share of 0.05. The seeds differ three times as much as trials do.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 8})
  void plantedNullsAreKept(int seeds) {
    assertThat(claimed(4, seeds, 3, 0)).isBetween(0.005, 0.096);
  }

  /**
   * A fall by half a deviation of what seeds differ by, from the lowest of four temperatures to the
   * highest, with a noise of 0.3 of it. Over all trials as if independent five seeds found it in 5
   * of 100.
   */
  @Test
  void plantedTrendsAreFound() {
    double step = 0.5 / 3 / 0.3;
    assertThat(claimed(4, 3, 1 / 0.3, step)).isGreaterThan(0.2);
    assertThat(claimed(4, 5, 1 / 0.3, step)).isGreaterThan(0.5);
    assertThat(claimed(4, 8, 1 / 0.3, step)).isGreaterThan(0.7);
    assertThat(claimed(4, 3, 1, 1.5)).isGreaterThan(0.9);
  }

  /** Two seeds on two splits are four runs; without splits they were two seeds. */
  @Test
  void aRunIsASeedOnASplit() {
    List<Place> given = IntStream.range(0, 8).mapToObj(i -> new Place(i, 0.001, i % 2)).toList();
    List<Place> split =
        IntStream.range(0, 8)
            .mapToObj(i -> new Place(i, 0.001, 5 + i % 2, Optional.of(9L - i / 4)))
            .toList();
    assertThat(NumberRuns.of(given)).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    assertThat(NumberRuns.of(split)).containsExactly(2, 3, 2, 3, 0, 1, 0, 1);
    assertThat(NumberRuns.draws(given)).containsExactly(0, 1, 0, 1, 0, 1, 0, 1);
    assertThat(NumberRuns.draws(split)).containsExactly(9, 9, 9, 9, 8, 8, 8, 8);
    // On one split of its own it is the seeds that differ.
    assertThat(NumberRuns.draws(split.subList(0, 4))).containsExactly(5, 6, 5, 6);
  }

  /**
   * Slopes against T that differ from split to split as much as trials do, and are none on average:
   * judged over splits, claims are as rare as the few splits allow, whatever the number of seeds.
   */
  @Test
  void slopesThatDifferFromSplitToSplitAreHardlyTakenForATrend() {
    assertThat(claimedOnSplits(3, 5, 1)).isBetween(0.1, 0.25);
    assertThat(claimedOnSplits(9, 5, 1)).isBetween(0.05, 0.15);
    assertThat(claimedOnSplits(20, 1, 1)).isBetween(0.02, 0.08);
  }

  private static double claimed(int temperatures, int seeds, double own, double step) {
    UniformRandomProvider random = RandomStreams.of(11).fastGenerator();
    return claimed(() -> planted(random, temperatures, seeds, own, step));
  }

  private static double claimed(Supplier<TemperatureTrend> planted) {
    int times = 200;
    long claims =
        IntStream.range(0, times)
            .mapToObj(_ -> planted.get().test().direction())
            .filter(direction -> direction == Direction.FALLS || direction == Direction.RISES)
            .count();
    return claims / (double) times;
  }

  private static double claimedOnSplits(int splits, int seeds, double slope) {
    UniformRandomProvider random = RandomStreams.of(11).fastGenerator();
    return claimed(() -> plantedOnSplits(random, splits, seeds, slope));
  }

  /** Four temperatures; {@code slope}: the deviation of a split's own, in trials' deviations. */
  private static TemperatureTrend plantedOnSplits(
      UniformRandomProvider random, int splits, int seeds, double slope) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] own = IntStream.range(0, splits).mapToDouble(_ -> slope * normal.sample()).toArray();
    return trend(
        IntStream.range(0, 4 * splits * seeds)
            .mapToObj(
                i ->
                    new Place(
                        i,
                        0.001 * (1 + i % 4),
                        i / 4 % seeds,
                        Optional.of((long) (i / (4 * seeds)))))
            .toList(),
        i -> own[i / (4 * seeds)] * (i % 4 - 1.5) + normal.sample());
  }

  /** {@code apart}: the deviation of what seeds differ by, in that of a trial's noise. */
  private static TemperatureTrend planted(
      UniformRandomProvider random, int temperatures, int seeds, double apart, double step) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] own = IntStream.range(0, seeds).mapToDouble(_ -> apart * normal.sample()).toArray();
    return trend(
        temperatures,
        seeds,
        i -> own[i / temperatures] - step * (i % temperatures) + normal.sample());
  }

  /** Trials go through the temperatures first. */
  private static TemperatureTrend trend(int temperatures, int seeds, IntToDoubleFunction value) {
    List<Place> places =
        IntStream.range(0, temperatures * seeds)
            .mapToObj(i -> new Place(i, 0.001 * (1 + i % temperatures), i / temperatures))
            .toList();
    return trend(places, value);
  }

  private static TemperatureTrend trend(List<Place> places, IntToDoubleFunction value) {
    List<Double> values = IntStream.range(0, places.size()).mapToObj(value::applyAsDouble).toList();
    var trials = new CountedTrials(places.size(), places.size(), places, List.of(), List.of(), "");
    return FindTrend.of(new Seen<>(trials, values, RandomStreams.of(0)), VALUE);
  }
}
