package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.correlation.KendallsCorrelation;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.KendallOverSeeds.Pairs;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;

class KendallOverSeedsTest {

  private static final int GROUPS = 3;
  private static final int SEEDS = 8;
  private static final int TRIALS = GROUPS * SEEDS;
  private static final double[] GROUP =
      IntStream.range(0, TRIALS).mapToDouble(i -> i % GROUPS).toArray();
  private static final long[] SEED =
      IntStream.range(0, TRIALS).mapToLong(i -> i / GROUPS).toArray();

  @Test
  void withinOneGroupItIsTheTextbooks() {
    RandomGenerator random = RandomStreams.of(1).generator();
    double[] x = draw(random);
    double[] y = draw(random);
    x[3] = x[4];
    y[7] = y[9];
    var oneGroup = new double[TRIALS];
    long[] apart = IntStream.range(0, TRIALS).asLongStream().toArray();
    Tau found =
        new KendallOverSeeds(oneGroup, apart, RandomStreams.of(9)).of(x, y, Pairs.WITHIN_GROUPS);
    assertThat(found.value()).isCloseTo(new KendallsCorrelation().correlation(x, y), within(1e-12));
  }

  /** x falls with y in each group, and both rise from group to group. */
  @Test
  void whatSetsTheGroupsApartDoesNotCountWithinThem() {
    double[] x = values(i -> 100 * GROUP[i] + SEED[i]);
    double[] y = values(i -> 100 * GROUP[i] - SEED[i]);
    assertThat(tau(x, y, Pairs.WITHIN_GROUPS).value()).isEqualTo(-1);
    assertThat(tau(x, y, Pairs.ACROSS_GROUPS).value()).isEqualTo(1);
    var oneGroup = new double[TRIALS];
    long[] apart = IntStream.range(0, TRIALS).asLongStream().toArray();
    Tau found =
        new KendallOverSeeds(oneGroup, apart, RandomStreams.of(9)).of(x, y, Pairs.WITHIN_GROUPS);
    assertThat(found.value()).isBetween(0.3, 0.9);
    assertThat(tau(x, y, Pairs.WITHIN_GROUPS).interval()).isEqualTo(new ConfidenceInterval(-1, -1));
  }

  @Test
  void trialsWithoutAValueMakeNoPairs() {
    double[] x = values(i -> SEED[i]);
    double[] y = x.clone();
    y[0] = Double.NaN;
    x[23] = Double.NaN;
    assertThat(tau(x, y, Pairs.WITHIN_GROUPS).value()).isEqualTo(1);
    assertThat(tau(values(i -> 1), y, Pairs.WITHIN_GROUPS).value()).isNaN();
  }

  /** 95 % intervals over eight seeds whose trials are alike in all groups. */
  @Test
  void theIntervalExcludesZeroByChanceAboutAsOftenAsItSays() {
    int excluding = 0;
    for (int draw = 0; draw < 400; draw++) {
      RandomGenerator random = RandomStreams.of(draw).generator();
      Tau found = tau(bySeed(random), bySeed(random), Pairs.WITHIN_GROUPS);
      excluding += found.interval().excludesZero() ? 1 : 0;
    }
    // Percentile intervals of few seeds are too short: 5 % is asked.
    assertThat(excluding / 400.0).isBetween(0.02, 0.13);
  }

  /** Ten measures and two losses, none of which has to do with another. */
  @Test
  void amongManyComparisonsAnyIsClaimedByChanceOnceInTwentyTimes() {
    int claimed = 0;
    int sweeps = 300;
    for (int draw = 0; draw < sweeps; draw++) {
      RandomGenerator random = RandomStreams.of(draw).split("null").generator();
      List<double[]> xs = IntStream.range(0, 10).mapToObj(i -> bySeed(random)).toList();
      List<double[]> ys = IntStream.range(0, 2).mapToObj(i -> bySeed(random)).toList();
      double least =
          Arrays.stream(permute(draw).adjusted(xs, ys))
              .flatMapToDouble(Arrays::stream)
              .min()
              .orElseThrow();
      claimed += least < 0.05 ? 1 : 0;
    }
    // Three standard errors of a share of 0.05.
    assertThat((double) claimed / sweeps).isBetween(0.012, 0.088);
  }

  @Test
  void whatPredictsIsFoundAmongThem() {
    RandomGenerator random = RandomStreams.of(3).generator();
    double[] loss = bySeed(random);
    List<double[]> xs = List.of(bySeed(random), loss.clone(), bySeed(random));
    double[][] p = permute(1).adjusted(xs, List.of(loss));
    assertThat(p[1][0]).isLessThan(0.005);
    assertThat(p[0][0]).isGreaterThan(0.05);
    assertThat(p[2][0]).isGreaterThan(0.05);
  }

  @Test
  void withFourSeedsNothingCanBeClaimed() {
    double[] group = {0, 0, 0, 0};
    long[] seed = {0, 1, 2, 3};
    double[] values = {1, 2, 3, 4};
    double[][] p =
        new PermuteSeeds(group, seed, RandomStreams.of(1))
            .adjusted(List.of(values), List.of(values));
    // The order and its reverse, of 24.
    assertThat(p[0][0]).isBetween(0.05, 0.12);
  }

  private static Tau tau(double[] x, double[] y, Pairs pairs) {
    return new KendallOverSeeds(GROUP, SEED, RandomStreams.of(9)).of(x, y, pairs);
  }

  private static PermuteSeeds permute(int draw) {
    return new PermuteSeeds(GROUP, SEED, RandomStreams.of(draw).split("permutations"));
  }

  private static double[] values(java.util.function.IntToDoubleFunction value) {
    return IntStream.range(0, TRIALS).mapToDouble(value).toArray();
  }

  private static double[] draw(RandomGenerator random) {
    return values(i -> random.nextGaussian());
  }

  /** A part that a seed has in all groups, and one of each trial. */
  private static double[] bySeed(RandomGenerator random) {
    double[] ofSeed = IntStream.range(0, SEEDS).mapToDouble(i -> random.nextGaussian()).toArray();
    return values(i -> ofSeed[(int) SEED[i]] + 0.5 * random.nextGaussian());
  }
}
