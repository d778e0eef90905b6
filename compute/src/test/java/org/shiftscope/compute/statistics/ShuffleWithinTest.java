package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.ShuffleWithin.Found;

/** Held against Hipparchus' ρ, a full enumeration, and its own level. */
class ShuffleWithinTest {

  private static final RandomStreams STREAM = RandomStreams.of(1);

  @Test
  void isSpearmansRhoOfOneGroup() {
    double[] x = normal(30, 1);
    double[] y = normal(30, 2);
    y[3] = y[4]; // a tie
    Found found = ShuffleWithin.of(new double[30], x, y, STREAM);
    assertThat(found.rho()).isCloseTo(new SpearmansCorrelation().correlation(x, y), within(1e-12));
    assertThat(found.n()).isEqualTo(30);
    assertThat(found.groups()).isEqualTo(1);
  }

  /** All 6! orders of six pairs; a standard error of a share of 9,999 is at most 0.005. */
  @Test
  void givesTheShareOfAllOrdersThatReachIt() {
    double[] x = {1, 2, 3, 4, 5, 6};
    double[] y = {2, 1, 4, 6, 3, 5};
    double seen = Math.abs(new SpearmansCorrelation().correlation(x, y));
    List<double[]> orders = new ArrayList<>();
    permute(y.clone(), 0, orders);
    double exact =
        orders.stream()
                .filter(
                    order ->
                        Math.abs(new SpearmansCorrelation().correlation(x, order)) >= seen - 1e-12)
                .count()
            / (double) orders.size();
    assertThat(ShuffleWithin.of(new double[6], x, y, STREAM).p()).isCloseTo(exact, within(0.02));
  }

  /** Across groups both rise, within them they fall. */
  @Test
  void doesNotCountWhatSetsGroupsApart() {
    double[] groups = {0, 0, 0, 0, 1, 1, 1, 1, 2};
    double[] x = {1, 2, 3, 4, 11, 12, 13, 14, 99};
    double[] y = {4, 3, 2, 1, 14, 13, 12, 11, 99};
    Found within = ShuffleWithin.of(groups, x, y, STREAM);
    assertThat(within.rho()).isCloseTo(-1, within(1e-12));
    assertThat(within.n()).isEqualTo(8);
    assertThat(within.groups()).isEqualTo(2);
    // 2 of 24² orders reach |ρ| = 1.
    assertThat(within.p()).isCloseTo(2 / 576.0, within(0.003));
    assertThat(ShuffleWithin.of(new double[9], x, y, STREAM).rho()).isGreaterThan(0.5);
  }

  /** Under independence p is below 0.1 in a tenth of cases; of 300, within 4 standard errors. */
  @Test
  void keepsItsLevel() {
    int below = 0;
    for (int i = 0; i < 300; i++) {
      double p =
          ShuffleWithin.of(
                  new double[12], normal(12, 10 + i), normal(12, 1_000 + i), STREAM.split(i))
              .p();
      below += p <= 0.1 ? 1 : 0;
    }
    assertThat(below).isBetween(9, 51);
  }

  @Test
  void tellsNothingOfConstants() {
    Found found =
        ShuffleWithin.of(new double[3], new double[] {1, 1, 1}, new double[] {1, 2, 3}, STREAM);
    assertThat(found.rho()).isNaN();
    assertThat(found.p()).isNaN();
  }

  private static double[] normal(int n, long seed) {
    RandomGenerator random = RandomStreams.of(seed).generator();
    double[] drawn = new double[n];
    Arrays.setAll(drawn, i -> random.nextGaussian());
    return drawn;
  }

  private static void permute(double[] values, int from, List<double[]> orders) {
    if (from == values.length) {
      orders.add(values.clone());
    }
    for (int i = from; i < values.length; i++) {
      double kept = values[from];
      values[from] = values[i];
      values[i] = kept;
      permute(values, from + 1, orders);
      values[i] = values[from];
      values[from] = kept;
    }
  }
}
