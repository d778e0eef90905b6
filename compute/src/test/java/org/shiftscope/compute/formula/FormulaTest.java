package org.shiftscope.compute.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.random.RandomStreams;

final class FormulaTest {

  private static final List<String> X = List.of("x");

  /** Rounding of a handful of operations on numbers of order one. */
  private static final double ROUNDING = 1e-13;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-x^2 | 2 | -4",
        "2^3^x | 2 | 512",
        "2^-x | 3 | 0.125",
        "2^-x^2 * 4 | 2 | 0.25",
        "-2^-x | 1 | -0.5",
        "2*-x | 3 | -6",
        "x^-2 | 2 | 0.25",
        "8 - 3 - x | 1 | 4",
        "16 / 4 / x | 2 | 2",
        "2*x + 3*x^2 | 3 | 33",
        "-(-x) | 5 | 5",
        "+x - -x | 5 | 10",
        "1.5e-3*x + .5 | 2 | 0.503",
        "ln(e^x) + log(e) | 3 | 4",
        "EXP(0*x) | 3 | 1",
        "x^17 | 2 | 131072",
        "x^2.5 | 4 | 32",
        "(x - 1)^3 | -1 | -8",
        "sin(pi/2 * x) | 1 | 1",
        "7 | 0 | 7",
      })
  void readsArithmeticAsMathematiciansDo(String text, double x, double expected) {
    assertThat(Formula.parse(text, X).value(x)).isCloseTo(expected, within(ROUNDING * 200_000));
  }

  @Test
  void readsSeveralVariablesInTheOrderGiven() {
    Formula formula = Formula.parse("x^2 * y - z/x", List.of("x", "y", "z"));
    assertThat(formula.value(2, 3, 8)).isEqualTo(8);
  }

  @Test
  void knowsWhatIsConstant() {
    assertThat(Formula.parse("0.001 * 2", X).isConstant()).isTrue();
    assertThat(Formula.parse("x - x + 1", X).isConstant()).isFalse();
  }

  /**
   * The n-th derivative of the normal density is (−1)ⁿ Heₙ(z) / σⁿ times it, Heₙ Hermite's
   * polynomials by their recurrence.
   */
  @Test
  void differentiatesTheNormalDensityAsHermiteDid() {
    double mean = 0.3;
    double sigma = 0.7;
    double x = 1.1;
    double z = (x - mean) / sigma;
    double density = Math.exp(-z * z / 2) / (sigma * Math.sqrt(2 * Math.PI));
    double[] hermite = new double[Formula.HIGHEST_ORDER + 1];
    hermite[0] = 1;
    hermite[1] = z;
    for (int n = 1; n < Formula.HIGHEST_ORDER; n++) {
      hermite[n + 1] = z * hermite[n] - n * hermite[n - 1];
    }
    double[] derivatives =
        Formula.parse("gauss(x, 0.3, 0.7)", X).derivatives(Formula.HIGHEST_ORDER, x);
    for (int n = 0; n <= Formula.HIGHEST_ORDER; n++) {
      double exact = Math.pow(-1 / sigma, n) * hermite[n] * density;
      assertThat(derivatives[n])
          .as("order " + n)
          .isCloseTo(exact, within(1e-12 * Math.pow(10, n / 2.0)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp(2*x) | 5 | 0.3 | 32*exp(2*x)",
        "x^6 | 6 | 1.7 | 720",
        "x^6 | 7 | 1.7 | 0",
        "sin(x) | 7 | 0.4 | -cos(x)",
        "cosh(x) | 3 | 0.4 | sinh(x)",
        "tanh(x) | 1 | 0.4 | 1/cosh(x)^2",
        "log(x) | 4 | 0.8 | -6/x^4",
        "sqrt(x) | 2 | 2.2 | -1/4 * x^-1.5",
        "x^2.5 | 3 | 1.3 | 1.875/sqrt(x)",
        "x^x | 1 | 1.3 | x^x*(ln(x) + 1)",
        "1/(1 + x^2) | 2 | 0.6 | (6*x^2 - 2)/(1 + x^2)^3",
        "x^8 | 8 | 0 | 40320",
      })
  void derivativesAreThoseOfTheTables(String text, int order, double x, String expected) {
    double exact = Formula.parse(expected, X).value(x);
    assertThat(Formula.parse(text, X).derivative(new int[] {order}, x))
        .isCloseTo(exact, within(1e-11 * Math.max(1, Math.abs(exact))));
  }

  @Test
  void mixedDerivativesOfSeveralVariables() {
    // By hand: ∂²/∂y² gives x² exp(xy), and ∂/∂x of it (2x + x² y) exp(xy).
    Formula formula = Formula.parse("exp(x*y)", List.of("x", "y"));
    double x = 0.7;
    double y = -0.4;
    assertThat(formula.derivative(new int[] {1, 2}, x, y))
        .isCloseTo((2 * x + x * x * y) * Math.exp(x * y), within(ROUNDING));
  }

  /**
   * Random formulas: both ways of differentiating agree with each other to rounding, and with
   * central differences, whose error is h² f‴/6 plus ε/h: with h = 1e-4 about 1e-8 of the values
   * met here.
   */
  @Test
  void randomFormulasAgreeWithDifferences() {
    RandomGenerator random = RandomStreams.of(1).split("formulas").generator();
    int compared = 0;
    for (int i = 0; i < 300; i++) {
      Formula formula = Formula.parse(randomFormula(random, 4), List.of("x", "y"));
      double x = random.nextDouble() + 0.2;
      double y = random.nextDouble() + 0.2;
      double exact = formula.derivative(new int[] {1, 0}, x, y);
      double third = formula.derivative(new int[] {3, 0}, x, y);
      double size = Math.abs(formula.value(x, y)) + Math.abs(exact) + 1;
      double h = 1e-4;
      if (size < 100 && Math.abs(third) < 100) {
        compared++;
        double difference = (formula.value(x + h, y) - formula.value(x - h, y)) / (2 * h);
        assertThat(exact).as(formula.text()).isCloseTo(difference, within(1e-6 * size));
        assertThat(formula.derivativeBy("x").value(x, y))
            .as(formula.text())
            .isCloseTo(exact, within(1e-10 * size));
      }
    }
    assertThat(compared).isGreaterThan(150);
  }

  @Test
  void manyPointsAtOnceAreTheSameBitsAsOneByOne() {
    RandomGenerator random = RandomStreams.of(2).split("formulas").generator();
    double[][] at = new double[2][1_000];
    for (int i = 0; i < at[0].length; i++) {
      at[0][i] = random.nextDouble() + 0.2;
      at[1][i] = random.nextDouble() + 0.2;
    }
    for (int k = 0; k < 30; k++) {
      Formula formula = Formula.parse(randomFormula(random, 4), List.of("x", "y"));
      double[] values = new double[997];
      formula.values(at, values);
      for (int i = 0; i < values.length; i++) {
        assertThat(values[i]).as(formula.text()).isEqualTo(formula.value(at[0][i], at[1][i]));
      }
    }
  }

  @Test
  void aHighDerivativeByAFormulaIsThatOfTheSeries() {
    Formula formula = Formula.parse("-0.1*gauss(x, 0, 0.1) + sin(3*x)/(2 + cosh(x))", X);
    Formula derivative = formula;
    for (int order = 1; order <= 4; order++) {
      derivative = derivative.derivativeBy("x");
      double exact = formula.derivative(new int[] {order}, 0.05);
      assertThat(derivative.value(0.05))
          .as("order " + order)
          .isCloseTo(exact, within(1e-12 * Math.abs(exact)));
    }
  }

  private static String randomFormula(RandomGenerator random, int depth) {
    if (depth == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> "x";
        case 1 -> "y";
        default -> Double.toString(Math.rint(random.nextDouble() * 40) / 10);
      };
    }
    String a = randomFormula(random, depth - 1);
    String b = randomFormula(random, depth - 1);
    return switch (random.nextInt(14)) {
      case 0 -> "exp(-(" + a + "))";
      case 1 -> "log(1.1 + (" + a + ")^2)";
      case 2 -> "sqrt(1 + (" + a + ")^2)";
      case 3 -> "sin(" + a + ")";
      case 4 -> "cos(" + a + ")";
      case 5 -> "tanh(" + a + ")";
      case 6 -> "gauss(" + a + ", " + b + ", 1.3)";
      case 7 -> "(" + a + ")/(1 + (" + b + ")^2)";
      case 8 -> "(1 + (" + a + ")^2)^(" + b + ")";
      case 9 -> "(1 + (" + a + ")^2)^-0.7";
      case 10 -> "(" + a + ")*(" + b + ")";
      case 11 -> "sinh(sin(" + a + ")) - cosh(cos(" + b + "))";
      case 12 -> "-(" + a + ")^3";
      default -> "(" + a + ") - (" + b + ")";
    };
  }
}
