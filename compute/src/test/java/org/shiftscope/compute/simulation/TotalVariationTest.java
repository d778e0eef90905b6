package org.shiftscope.compute.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.Uncertain;

/** What a distance between histogram and density is worth, on samples from a known density. */
class TotalVariationTest {

  private static final double[] DENSITY = {0.05, 0.1, 0.2, 0.3, 0.2, 0.1, 0.05};
  private static final int BLOCKS = 40;
  private static final int DRAWS = 250;

  @Test
  void aPerfectSampleHasTheDistanceThatIsExpectedOfIt() {
    var distances = new DescriptiveStatistics();
    var expected = new DescriptiveStatistics();
    var errors = new DescriptiveStatistics();
    var effective = new DescriptiveStatistics();
    for (int repeat = 0; repeat < 400; repeat++) {
      TotalVariation found = TotalVariation.of(sample(repeat), DENSITY);
      distances.addValue(found.distance());
      expected.addValue(found.ofPerfectSample());
      errors.addValue(found.error());
      effective.addValue(found.effectiveSamples());
    }
    // 400 repeats: the mean distance has an error of 1.5 %, its spread one of 3.5 %; the formulas
    // take the shares for normal, and the jackknife errs to the safe side where signs turn.
    assertThat(expected.getMean()).isCloseTo(distances.getMean(), within(0.05 * 0.011));
    assertThat(errors.getMean())
        .isBetween(0.95 * distances.getStandardDeviation(), 2 * distances.getStandardDeviation());
    assertThat(effective.getMean()).isCloseTo(BLOCKS * DRAWS, within(0.05 * BLOCKS * DRAWS));
  }

  @Test
  void aPlantedDistanceIsFoundWithItsError() {
    double[] other = DENSITY.clone();
    other[0] += 0.1;
    other[3] -= 0.1;
    var distances = new DescriptiveStatistics();
    var errors = new DescriptiveStatistics();
    for (int repeat = 0; repeat < 400; repeat++) {
      TotalVariation found = TotalVariation.of(sample(repeat), other);
      distances.addValue(found.distance());
      errors.addValue(found.error());
    }
    // The other bins add their noise to the distance of 0.1: some 0.006.
    assertThat(distances.getMean()).isBetween(0.1, 0.11);
    // The jackknife errs to the safe side where the sign of a bin's difference may turn.
    assertThat(errors.getMean())
        .isBetween(0.95 * distances.getStandardDeviation(), 1.4 * distances.getStandardDeviation());
  }

  @Test
  void equalSharesHaveNoDistanceAndDisjointOnesHaveOne() {
    assertThat(TotalVariation.between(DENSITY, DENSITY)).isZero();
    assertThat(TotalVariation.between(new double[] {1, 0}, new double[] {0, 1})).isEqualTo(1);
  }

  @Test
  void theErrorOfAMeanComesFromTheBlocks() {
    double[] values = {0, 1, 2, 3, 4, 5, 6};
    var means = new DescriptiveStatistics();
    var errors = new DescriptiveStatistics();
    for (int repeat = 0; repeat < 400; repeat++) {
      Uncertain mean = sample(repeat).mean(values);
      means.addValue(mean.value());
      errors.addValue(mean.error());
    }
    assertThat(means.getMean()).isCloseTo(3, within(4 * 0.0145 / 20));
    assertThat(errors.getMean())
        .isCloseTo(means.getStandardDeviation(), within(0.15 * means.getStandardDeviation()));
  }

  private static Histogram sample(int repeat) {
    var random = RandomStreams.of(11).split("shares").split(repeat).fastGenerator();
    double[] counts = new double[BLOCKS * DENSITY.length];
    for (int block = 0; block < BLOCKS; block++) {
      for (int draw = 0; draw < DRAWS; draw++) {
        double left = random.nextDouble();
        int bin = 0;
        while (bin < DENSITY.length - 1 && left >= DENSITY[bin]) {
          left -= DENSITY[bin++];
        }
        counts[block * DENSITY.length + bin]++;
      }
    }
    assertThat(Arrays.stream(counts).sum()).isEqualTo(BLOCKS * DRAWS);
    return new Histogram(new Bins(0, 7, 7), counts, new double[0]);
  }
}
