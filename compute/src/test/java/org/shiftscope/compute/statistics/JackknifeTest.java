package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;

class JackknifeTest {

  private final RandomGenerator random = RandomStreams.of(12).generator();

  @Test
  void theErrorOfAMeanIsTheDeviationOverTheRootOfTheirNumber() {
    double[] values = normals(9);
    var jackknife =
        new Jackknife<>(
            values, IntStream.range(0, 9).mapToObj(out -> without(values, out)).toList());
    Spread spread = Spread.of(values);
    assertThat(jackknife.value(JackknifeTest::mean)).isCloseTo(spread.mean(), within(1e-15));
    assertThat(jackknife.error(JackknifeTest::mean)).isCloseTo(spread.error(), within(1e-14));
  }

  /** x̄² has the derivative 2 x̄; over 32 blocks of a mean far from 0 it is nearly straight. */
  @Test
  void theErrorOfASmoothEstimateIsThatOfItsDerivative() {
    double[][] blocks = blocks(32);
    var jackknife = Jackknife.ofSums(blocks);
    double mean = jackknife.value(sums -> sums[0] / sums[1]);
    double error = jackknife.error(sums -> sums[0] / sums[1]);
    assertThat(jackknife.error(sums -> Math.pow(sums[0] / sums[1], 2)))
        .isCloseTo(2 * mean * error, within(0.01 * 2 * mean * error));
  }

  /** 400 samples of 32 blocks each: the deviation of their ratios is known to 3.5 %. */
  @Test
  void theErrorOfARatioIsTheDeviationOfItsRepetitions() {
    double[] ratios = new double[400];
    double[] errors = new double[400];
    for (int repeat = 0; repeat < 400; repeat++) {
      var jackknife = Jackknife.ofSums(blocks(32));
      ratios[repeat] = jackknife.value(sums -> sums[0] / sums[1]);
      errors[repeat] = jackknife.error(sums -> sums[0] / sums[1]);
    }
    double deviation = Spread.of(ratios).deviation();
    assertThat(Spread.of(errors).mean()).isCloseTo(deviation, within(0.11 * deviation));
  }

  @Test
  void severalEstimatesAreThoseOfEachAlone() {
    var jackknife = Jackknife.ofSums(blocks(8));
    assertThat(jackknife.values(sums -> sums))
        .containsExactly(jackknife.value(sums -> sums[0]), jackknife.value(sums -> sums[1]));
    assertThat(jackknife.errors(sums -> sums))
        .containsExactly(jackknife.error(sums -> sums[0]), jackknife.error(sums -> sums[1]));
  }

  @Test
  void whatNoBlockChangesHasNoError() {
    var jackknife = new Jackknife<>(0.1, List.of(0.1, 0.1, 0.1));
    assertThat(jackknife.error(value -> value)).isZero();
  }

  /** Sums of a number of mean 10 and of another, of mean 2, that goes with it. */
  private double[][] blocks(int count) {
    double[][] blocks = new double[count][];
    Arrays.setAll(
        blocks,
        i -> {
          double shared = random.nextGaussian();
          return new double[] {10 + shared, 2 + 0.1 * shared + 0.1 * random.nextGaussian()};
        });
    return blocks;
  }

  private double[] normals(int count) {
    return IntStream.range(0, count).mapToDouble(i -> random.nextGaussian()).toArray();
  }

  private static double[] without(double[] values, int out) {
    return IntStream.range(0, values.length)
        .filter(i -> i != out)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  private static double mean(double[] values) {
    return Spread.of(values).mean();
  }
}
