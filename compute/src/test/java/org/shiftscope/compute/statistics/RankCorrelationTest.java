package org.shiftscope.compute.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;

class RankCorrelationTest {

  private final UniformRandomProvider random = RandomStreams.of(1).fastGenerator();
  private final double[] x = draw(60);
  private final double[] y = draw(60);

  @Test
  void withTiesItIsThatOfTheLibrary() {
    assertThat(new RankCorrelation(x, y).rho())
        .isEqualTo(new SpearmansCorrelation().correlation(x, y), within(1e-12));
  }

  @Test
  void aPairThatCountsThreeTimesIsOneThatStandsThereThreeTimes() {
    double[] times = IntStream.range(0, x.length).mapToDouble(i -> i % 4).toArray();

    assertThat(new RankCorrelation(x, y).rho(times))
        .isEqualTo(
            new SpearmansCorrelation().correlation(repeat(x, times), repeat(y, times)),
            within(1e-12));
  }

  @Test
  void aConstantHasNone() {
    assertThat(new RankCorrelation(new double[] {1, 2, 3}, new double[] {4, 4, 4}).rho()).isNaN();
  }

  /** Between the groups y rises with x, in each it falls. */
  @Test
  void withinGroupsWhatSetsThemApartDoesNotCount() {
    double[] first = {1, 2, 3, 11, 12, 13};
    double[] second = {3, 2, 1, 13, 12, 11};
    List<List<Integer>> groups = List.of(List.of(0, 1, 2), List.of(3, 4, 5));

    assertThat(WithinGroups.rho(groups, first, second)).isEqualTo(-1, within(1e-12));
    assertThat(new RankCorrelation(first, second).rho()).isPositive();
  }

  private double[] draw(int count) {
    return random.doubles(count).map(value -> Math.floor(12 * value)).toArray();
  }

  private static double[] repeat(double[] values, double[] times) {
    return IntStream.range(0, values.length)
        .boxed()
        .flatMapToDouble(i -> DoubleStream.generate(() -> values[i]).limit((long) times[i]))
        .toArray();
  }
}
