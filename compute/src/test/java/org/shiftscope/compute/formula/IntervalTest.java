package org.shiftscope.compute.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IntervalTest {

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

  /** Sums and products of decimals, exactly: over 20,000 pairs of every size that a double has. */
  @Test
  void holdsExactSumsAndProducts() {
    for (int i = 0; i < 20_000; i++) {
      double a = number();
      double b = number();
      BigDecimal exactA = new BigDecimal(a);
      BigDecimal exactB = new BigDecimal(b);
      assertHolds(Interval.of(a).plus(Interval.of(b)), exactA.add(exactB));
      assertHolds(Interval.of(a).times(Interval.of(b)), exactA.multiply(exactB));
      assertHolds(Interval.of(a).squared(), exactA.multiply(exactA));
    }
  }

  private double number() {
    return Math.scalb(random.nextDouble() - 0.5, random.nextInt(-1_070, 1_000));
  }

  private static void assertHolds(Interval interval, BigDecimal exact) {
    assertThat(end(interval.low(), interval.scale())).isLessThanOrEqualTo(exact);
    assertThat(end(interval.high(), interval.scale())).isGreaterThanOrEqualTo(exact);
  }

  private static BigDecimal end(double value, long scale) {
    BigDecimal power = BigDecimal.TWO.pow((int) Math.abs(scale));
    return scale >= 0 ? new BigDecimal(value).multiply(power) : new BigDecimal(value).divide(power);
  }

  /** Every value of a formula and of its slopes on an interval lies in the enclosure. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x^2 - 3*x^3 + 1/(2 + x)",
        "exp(-x^2)*sin(7*x) + cos(x/3)",
        "sinh(x)/cosh(2*x) - tanh(3*x)",
        "sqrt(3 + x) * log(4 + x^2)",
        "(2 + x^2)^x + (3 + x)^2.5",
        "gauss(x, 0.3, 0.02) - x^17 + (x + 4)^-1.5",
        "exp(exp(2*x)) - exp(-exp(3*x))",
      })
  void holdsEveryValueOfAFormula(String text) {
    Formula formula = Formula.parse(text, List.of("x"));
    for (Formula each : List.of(formula, formula.derivativeBy("x"))) {
      for (int i = 0; i < 400; i++) {
        double from = 4 * random.nextDouble() - 2;
        double to = from + Math.scalb(random.nextDouble(), -random.nextInt(50));
        Interval enclosed = each.enclose(Interval.of(from, to));
        for (double share : new double[] {0, 0.123, 0.5, 0.77, 1}) {
          double value = each.value(Math.min(to, from + share * (to - from)));
          double rounding = 1e-10 * Math.abs(value) + 1e-12;
          assertThat(enclosed.lower()).isLessThanOrEqualTo(value + rounding);
          assertThat(enclosed.upper()).isGreaterThanOrEqualTo(value - rounding);
        }
      }
    }
  }

  /** As the interval shrinks, the enclosure does, to some units in the last place. */
  @Test
  void shrinksToTheValue() {
    Formula formula = Formula.parse("exp(-x^2)*sin(7*x) + cos(x/3) + sqrt(2+x)", List.of("x"));
    double before = Double.POSITIVE_INFINITY;
    for (double width = 1; width > 1e-12; width /= 10) {
      double is = formula.enclose(Interval.of(0.3, 0.3 + width)).width();
      assertThat(is).isLessThan(before);
      before = is;
    }
    assertThat(formula.enclose(Interval.of(0.3)).width()).isLessThan(1e-14);
  }

  /** exp(−10,000) is above 0, and a difference of two such has its sign. */
  @Test
  void keepsTheSignOfWhatADoubleCallsZero() {
    Formula far = Formula.parse("exp(-x^2) - 2*exp(-(x+1)^2)", List.of("x"));
    assertThat(far.value(-100)).isZero();
    assertThat(far.enclose(Interval.of(-100)).isBelow0()).isTrue();
    assertThat(far.enclose(Interval.of(100)).isAbove0()).isTrue();
    assertThat(far.enclose(Interval.of(100)).upper()).isPositive().isLessThan(1e-300);
  }

  @Test
  void hasNoEndsWhereThereIsNoValue() {
    for (String text : List.of("1/x", "log(x)", "sqrt(x)", "x^-2", "x^0.5 + 1/(x-0.1)")) {
      Formula formula = Formula.parse(text, List.of("x"));
      assertThat(formula.enclose(Interval.of(-0.5, 0.5)).isBounded()).as(text).isFalse();
    }
    assertThat(Formula.parse("1/x", List.of("x")).enclose(Interval.of(1e-9, 1)).isBounded())
        .isTrue();
  }
}
