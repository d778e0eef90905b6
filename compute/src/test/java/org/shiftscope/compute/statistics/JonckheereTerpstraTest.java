package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;

class JonckheereTerpstraTest {

  /** Hollander and Wolfe 1999, example 6.2 (Hundal 1969): three groups of six, with ties. */
  @Test
  void theExampleOfHollanderAndWolfeComesOutAsPrinted() {
    double[] pieces = {40, 35, 38, 43, 44, 41, 38, 40, 47, 44, 40, 42, 48, 40, 45, 43, 46, 44};
    double[] group = IntStream.range(0, 18).mapToDouble(i -> i / 6).toArray();

    JonckheereTerpstra test = plain(group, pieces);

    assertThat(test.statistic()).isEqualTo(79);
    assertThat(test.expected()).isEqualTo(54);
    assertThat(test.z()).isEqualTo(25 / Math.sqrt(150.29), within(1e-4));
    assertThat(test.pValue() / 2).isEqualTo(0.0207, within(1e-4));
    assertThat(test.exact()).isFalse();
  }

  @Test
  void withoutTiesItsPIsThatOfAllArrangements() {
    double[] group = {1, 1, 2, 2, 2, 3, 3};
    double[] value = {0.3, 0.9, 0.5, 0.7, 1.1, 0.8, 1.4};

    JonckheereTerpstra test = plain(group, value);

    List<Double> all = new ArrayList<>();
    arrange(value.clone(), 0, arranged -> all.add(pairs(group, arranged)));
    double most = all.stream().filter(j -> j >= test.statistic()).count() / (double) all.size();
    double least = all.stream().filter(j -> j <= test.statistic()).count() / (double) all.size();
    assertThat(all).hasSize(5_040);
    assertThat(test.statistic()).isEqualTo(pairs(group, value));
    assertThat(test.exact()).isTrue();
    assertThat(test.pValue()).isEqualTo(2 * Math.min(most, least), within(1e-12));
  }

  @Test
  void withTiesItsVarianceIsThatOfAllArrangements() {
    double[] group = {1, 1, 2, 2, 3, 3, 3};
    double[] value = {1, 2, 2, 3, 3, 3, 4};

    JonckheereTerpstra test = plain(group, value);

    List<Double> all = new ArrayList<>();
    arrange(value.clone(), 0, arranged -> all.add(pairs(group, arranged)));
    double mean = all.stream().mapToDouble(j -> j).average().orElseThrow();
    double variance =
        all.stream().mapToDouble(j -> (j - mean) * (j - mean)).average().orElseThrow();
    assertThat(test.expected()).isEqualTo(mean, within(1e-12));
    assertThat(test.z())
        .isEqualTo((pairs(group, value) - mean) / Math.sqrt(variance), within(1e-12));
  }

  @Test
  void onManyValuesTheExactPAndThatOfPermutationsAgree() {
    UniformRandomProvider random = RandomStreams.of(3).fastGenerator();
    double[] group = IntStream.range(0, 15).mapToDouble(i -> i % 5).toArray();
    double[] value =
        IntStream.range(0, 15).mapToDouble(i -> random.nextDouble() + 0.15 * (i % 5)).toArray();

    JonckheereTerpstra test = plain(group, value);

    int times = 20_000;
    double away = Math.abs(test.statistic() - test.expected());
    double[] shuffled = value.clone();
    int asFar = 0;
    for (int t = 0; t < times; t++) {
      shuffle(shuffled, random);
      asFar += Math.abs(pairs(group, shuffled) - test.expected()) >= away ? 1 : 0;
    }
    assertThat(test.exact()).isTrue();
    assertThat(test.pValue()).isEqualTo(asFar / (double) times, within(0.01));
  }

  /** All 24 · 24 · 2 ways to deal the values within three blocks. */
  @Test
  void withinBlocksItsPIsThatOfAllArrangementsWithinThem() {
    long[] block = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2};
    double[] group = {1, 2, 3, 4, 1, 2, 2, 4, 2, 3};
    double[] value = {9.1, 9.4, 9.3, 9.9, 0.2, 0.1, 0.5, 0.8, 4.6, 4.5};

    JonckheereTerpstra test = blocked(block, group, value);

    List<Double> all = dealtWithin(block, group, value);
    double most = all.stream().filter(j -> j >= test.statistic()).count() / (double) all.size();
    double least = all.stream().filter(j -> j <= test.statistic()).count() / (double) all.size();
    assertThat(all).hasSize(24 * 24 * 2);
    assertThat(test.statistic()).isEqualTo(5 + 4 + 0);
    assertThat(test.blocks()).isEqualTo(3);
    assertThat(test.exact()).isTrue();
    assertThat(test.pValue()).isEqualTo(2 * Math.min(most, least), within(1e-12));
  }

  @Test
  void withTiesWithinBlocksItsVarianceIsThatOfAllArrangements() {
    long[] block = {0, 0, 0, 0, 1, 1, 1, 1, 1};
    double[] group = {1, 2, 3, 4, 1, 2, 3, 3, 4};
    double[] value = {1, 1, 2, 3, 7, 8, 8, 8, 9};

    JonckheereTerpstra test = blocked(block, group, value);

    List<Double> all = dealtWithin(block, group, value);
    double mean = all.stream().mapToDouble(j -> j).average().orElseThrow();
    double variance =
        all.stream().mapToDouble(j -> (j - mean) * (j - mean)).average().orElseThrow();
    assertThat(test.exact()).isFalse();
    assertThat(test.expected()).isEqualTo(mean, within(1e-12));
    assertThat(test.z()).isEqualTo((test.statistic() - mean) / Math.sqrt(variance), within(1e-12));
    assertThat(test.pValue())
        .isEqualTo(
            2 * new NormalDistribution().cumulativeProbability(-Math.abs(test.z())), within(1e-15));
  }

  /** Equal values of two blocks are no ties. */
  @Test
  void whatSetsBlocksApartDoesNotCount() {
    UniformRandomProvider random = RandomStreams.of(5).fastGenerator();
    long[] block = IntStream.range(0, 20).mapToLong(i -> i / 4).toArray();
    double[] group = IntStream.range(0, 20).mapToDouble(i -> i % 4).toArray();
    double[] value = IntStream.range(0, 20).mapToDouble(_ -> random.nextInt(1000)).toArray();
    double[] moved =
        IntStream.range(0, 20).mapToDouble(i -> value[i] + 1e4 * (i / 4 % 3)).toArray();

    assertThat(blocked(block, group, moved)).isEqualTo(blocked(block, group, value));
    assertThat(blocked(block, group, value).exact()).isTrue();
  }

  /** A block that has one group alone, in front of one with three. */
  @Test
  void aBlockWithOneGroupCountsNothing() {
    double[] group = {1, 1, 1, 2, 3};
    double[] value = {9, 8, 5, 6, 7};

    JonckheereTerpstra test = blocked(new long[] {4, 4, 7, 7, 7}, group, value);

    assertThat(test)
        .isEqualTo(plain(Arrays.copyOfRange(group, 2, 5), Arrays.copyOfRange(value, 2, 5)));
    assertThat(test.blocks()).isEqualTo(1);
    assertThat(test.pValue()).isEqualTo(2 / 6.0, within(1e-15));
  }

  /** All of 500 pairs rise: of 2^500 ways one. */
  @Test
  void tinyProbabilitiesAreExactToo() {
    long[] block = IntStream.range(0, 1_000).mapToLong(i -> i / 2).toArray();
    double[] group = IntStream.range(0, 1_000).mapToDouble(i -> i % 2).toArray();

    JonckheereTerpstra test = blocked(block, group, group);

    assertThat(test.exact()).isTrue();
    assertThat(test.pValue() / (2 * Math.pow(2, -500))).isEqualTo(1, within(1e-12));
  }

  /** Ten blocks of ten have 450 pairs: there the exact p and the normal one agree. */
  @Test
  void manyBlocksAreNearlyNormal() {
    UniformRandomProvider random = RandomStreams.of(8).fastGenerator();
    long[] block = IntStream.range(0, 100).mapToLong(i -> i / 10).toArray();
    double[] group = IntStream.range(0, 100).mapToDouble(i -> i % 10).toArray();
    double[] value =
        IntStream.range(0, 100).mapToDouble(i -> random.nextDouble() + 0.02 * (i % 10)).toArray();

    JonckheereTerpstra test = blocked(block, group, value);

    double normal = 2 * new NormalDistribution().cumulativeProbability(-Math.abs(test.z()));
    assertThat(test.exact()).isTrue();
    assertThat(test.pValue()).isBetween(1e-4, 0.2).isCloseTo(normal, withinPercentage(10));
  }

  /** The two ways count the same pairs, and resample the same blocks. */
  @Test
  void theEffectIsKendallsTauOverThePairsOfTheTest() {
    UniformRandomProvider random = RandomStreams.of(6).fastGenerator();
    long[] block = IntStream.range(0, 24).mapToLong(i -> i / 4).toArray();
    double[] group = IntStream.range(0, 24).mapToDouble(i -> i % 4).toArray();
    double[] value = IntStream.range(0, 24).mapToDouble(i -> i / 4 + random.nextDouble()).toArray();
    RandomStreams stream = RandomStreams.of(9);

    Tau pairs =
        new KendallOverSeeds(group, block, stream)
            .of(group, value, KendallOverSeeds.Pairs.ACROSS_GROUPS);
    Tau found =
        JonckheereTerpstra.of(
                block, group, value, stream.split(KendallOverSeeds.Pairs.ACROSS_GROUPS.name()))
            .tau();

    assertThat(found.value()).isEqualTo(pairs.value(), within(1e-12));
    assertThat(found.interval().low()).isEqualTo(pairs.interval().low(), within(1e-12));
    assertThat(found.interval().high()).isEqualTo(pairs.interval().high(), within(1e-12));
  }

  @Test
  void whereNothingDiffersItSaysNothing() {
    assertThat(plain(new double[] {1, 2, 3}, new double[] {5, 5, 5}).pValue()).isNaN();
    assertThat(plain(new double[] {1, 1, 1}, new double[] {5, 6, 7}).pValue()).isNaN();
    assertThat(plain(new double[0], new double[0]).pValue()).isNaN();
    JonckheereTerpstra apart =
        blocked(new long[] {1, 2, 3}, new double[] {1, 2, 3}, new double[] {5, 6, 7});
    assertThat(apart.blocks()).isZero();
    assertThat(apart.pValue()).isNaN();
    assertThat(apart.tau().value()).isNaN();
  }

  /** All values in one block. */
  private static JonckheereTerpstra plain(double[] group, double[] value) {
    return blocked(new long[value.length], group, value);
  }

  private static JonckheereTerpstra blocked(long[] block, double[] group, double[] value) {
    return JonckheereTerpstra.of(block, group, value, RandomStreams.of(2));
  }

  /** J of all ways to deal the values within blocks, which stand one after another. */
  private static List<Double> dealtWithin(long[] block, double[] group, double[] value) {
    List<Double> sums = List.of(0.0);
    for (int from = 0; from < block.length; ) {
      int to = from;
      while (to < block.length && block[to] == block[from]) {
        to++;
      }
      double[] groups = Arrays.copyOfRange(group, from, to);
      List<Double> ofBlock = new ArrayList<>();
      arrange(
          Arrays.copyOfRange(value, from, to), 0, arranged -> ofBlock.add(pairs(groups, arranged)));
      sums = sums.stream().flatMap(sum -> ofBlock.stream().map(j -> sum + j)).toList();
      from = to;
    }
    return sums;
  }

  /** J by its definition. */
  private static double pairs(double[] group, double[] value) {
    double pairs = 0;
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < group.length; j++) {
        if (group[i] < group[j]) {
          pairs += value[i] < value[j] ? 1 : value[i] == value[j] ? 0.5 : 0;
        }
      }
    }
    return pairs;
  }

  private static void arrange(
      double[] values, int from, java.util.function.Consumer<double[]> each) {
    if (from == values.length) {
      each.accept(values);
    }
    for (int i = from; i < values.length; i++) {
      swap(values, from, i);
      arrange(values, from + 1, each);
      swap(values, from, i);
    }
  }

  private static void shuffle(double[] values, UniformRandomProvider random) {
    for (int i = values.length - 1; i > 0; i--) {
      swap(values, i, random.nextInt(i + 1));
    }
  }

  private static void swap(double[] values, int i, int j) {
    double kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
}
