package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;

class JonckheereTerpstraTest {

  /** Hollander and Wolfe 1999, example 6.2 (Hundal 1969): three groups of six, with ties. */
  @Test
  void theExampleOfHollanderAndWolfeComesOutAsPrinted() {
    double[] pieces = {40, 35, 38, 43, 44, 41, 38, 40, 47, 44, 40, 42, 48, 40, 45, 43, 46, 44};
    double[] group = IntStream.range(0, 18).mapToDouble(i -> i / 6).toArray();

    JonckheereTerpstra test = JonckheereTerpstra.of(group, pieces);

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

    JonckheereTerpstra test = JonckheereTerpstra.of(group, value);

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

    JonckheereTerpstra test = JonckheereTerpstra.of(group, value);

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

    JonckheereTerpstra test = JonckheereTerpstra.of(group, value);

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

  @Test
  void whereNothingDiffersItSaysNothing() {
    assertThat(JonckheereTerpstra.of(new double[] {1, 2, 3}, new double[] {5, 5, 5}).pValue())
        .isNaN();
    assertThat(JonckheereTerpstra.of(new double[] {1, 1, 1}, new double[] {5, 6, 7}).pValue())
        .isNaN();
    assertThat(JonckheereTerpstra.of(new double[0], new double[0]).pValue()).isNaN();
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
