package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;

class BootstrapOverSeedsTest {

  private static final int TEMPERATURES = 4;

  @Test
  void theSameStreamGivesTheSameBits() {
    var stream = RandomStreams.of(9);
    double[] values = values(6, RandomStreams.of(1).fastGenerator());

    assertThat(interval(6, values, stream)).isEqualTo(interval(6, values, stream));
    assertThat(interval(6, values, stream))
        .isNotEqualTo(interval(6, values, stream.split("other")));
  }

  @Test
  void belowThreeSeedsThereIsNone() {
    double[] values = values(2, RandomStreams.of(1).fastGenerator());

    assertThat(interval(2, values, RandomStreams.of(9)).low()).isNaN();
  }

  @Test
  void seedsAboveTwoToThe53AreKeptApart() {
    long[] seeds = {1L << 53, (1L << 53) + 1, (1L << 53) + 2};

    ConfidenceInterval interval =
        new BootstrapOverSeeds(seeds, RandomStreams.of(0)).of(weights -> weights[1]);

    assertThat(interval.low()).isZero();
    assertThat(interval.high()).isBetween(2.0, 3.0);
  }

  /**
   * What the seeds differ by at every temperature is most of the spread. The error of a mean of 20
   * seeds is then that of 20 numbers, not of 80: the interval holds the truth nearly as often as it
   * says (0.93 to be expected of 20, and 0.80 of the same trials taken for independent).
   */
  @Test
  void theMeanIsWithinItAsOftenAsTwentySeedsAllow() {
    assertThat(coverage(20)).isBetween(0.90, 0.96);
  }

  /** Three seeds have ten different resamples: the interval is too short, and known to be. */
  @Test
  void ofThreeSeedsItIsTooShort() {
    assertThat(coverage(3)).isBetween(0.70, 0.86);
  }

  private static double coverage(int seeds) {
    UniformRandomProvider random = RandomStreams.of(7).fastGenerator();
    int times = 500;
    int held = 0;
    for (int t = 0; t < times; t++) {
      ConfidenceInterval interval = interval(seeds, values(seeds, random), RandomStreams.of(t));
      held += interval.low() <= 0 && interval.high() >= 0 ? 1 : 0;
    }
    return held / (double) times;
  }

  private static ConfidenceInterval interval(int seeds, double[] values, RandomStreams stream) {
    long[] of = IntStream.range(0, values.length).mapToLong(i -> i / TEMPERATURES).toArray();
    return new BootstrapOverSeeds(of, stream).of(weights -> mean(values, weights));
  }

  private static double mean(double[] values, double[] weights) {
    double sum = 0;
    double count = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * values[i];
      count += weights[i];
    }
    return sum / count;
  }

  /** A seed's own shift, and a fifth of it by trial. */
  private static double[] values(int seeds, UniformRandomProvider random) {
    var normal = ZigguratSampler.NormalizedGaussian.of(random);
    double[] values = new double[seeds * TEMPERATURES];
    for (int seed = 0; seed < seeds; seed++) {
      double own = normal.sample();
      for (int t = 0; t < TEMPERATURES; t++) {
        values[seed * TEMPERATURES + t] = own + 0.2 * normal.sample();
      }
    }
    return values;
  }
}
