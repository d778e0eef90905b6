package org.shiftscope.compute.invariance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.Series;

class CompareCurvedTest {

  private static Approach approach(DoubleUnaryOperator change) {
    double[] changes =
        CompareCurved.SCALES.stream().mapToDouble(h -> change.applyAsDouble(h)).toArray();
    double order = Math.log(Math.abs(changes[2] / changes[3])) / Math.log(2);
    Series none = Series.of(0, 0, 0, 0);
    Series all = Series.of(changes);
    return new Approach("a", "A", new Series(CompareCurved.SCALES), all, order, none, all, order);
  }

  /** The changes of a, b and c at h, h² and h³ beside what is left at h = 0. */
  @ParameterizedTest
  @CsvSource({
    "0, 1, 0, 0, true",
    "0, 0, 1, 0, true",
    "0, -1, 5, 0, true",
    "0, 1, -4.1, 1, true", // goes through 0 near a quarter
    "0, 1, -2.3, 0.4, true",
    "1, 1, 0, 0, false",
    "0.1, 1, -4.1, 1, false",
    "-1, 3, 0, 0, false",
    "1, 0, 0, 0, false"
  })
  void onlyAChangeThatVanishesWithTheShiftIsOfFirstOrder(
      double left, double a, double b, double c, boolean first) {
    assertThat(
            CompareCurved.isOfFirstOrder(approach(h -> left + a * h + b * h * h + c * h * h * h)))
        .isEqualTo(first);
  }
}
