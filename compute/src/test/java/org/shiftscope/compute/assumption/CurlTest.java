package org.shiftscope.compute.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.result.CurlTheory;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.CurrentSpec;

/** The three cases of Appendix B.1, a counter-example in closed form, and plain differences. */
class CurlTest {

  @ParameterizedTest
  @CsvSource({
    // C = f(L) I
    "(x^2 + 2*y^2 + 1), 0.1*(x^2 + 2*y^2 + 1), 0, 0.1*(x^2 + 2*y^2 + 1)",
    "(x^2 + x*y + y^2), exp(x^2 + x*y + y^2), 0, exp(x^2 + x*y + y^2)",
    // a constant C that commutes with a constant H: C = H, and C = H²
    "x^2 + x*y + y^2, 2, 1, 2",
    "x^2 + x*y + y^2, 5, 4, 5",
    // independent coordinates
    "x^4 + cosh(y), 1 + x^2, 0, exp(y)",
  })
  void theCasesOfThePaperHaveNoCurl(String loss, String c11, String c12, String c22) {
    CurlTheory curl = MapCurl.of(formulas(loss, c11, c12, c22), 0.7);
    assertThat(curl.zero()).isTrue();
    assertThat(curl.largest()).isLessThan(1e-11 * curl.jacobianRms());
  }

  /** L = ½(ax² + by²) and a constant C: the curl is C_12 (b − a) / det C everywhere. */
  @Test
  void aQuadraticWithAnotherNoiseHasTheCurlOfItsMatrices() {
    CurlTheory curl = MapCurl.of(formulas("x^2/2 + 3*y^2/2", "2", "0.5", "1"), 0.3);
    double expected = 0.5 * (3 - 1) / (2 * 1 - 0.25);
    assertThat(curl.zero()).isFalse();
    assertThat(curl.curl().values())
        .allSatisfy(v -> assertThat(v).isCloseTo(expected, within(1e-13)));
    assertThat(curl.rms()).isCloseTo(expected, within(1e-13));
  }

  /** Everything varies: against differences of a, whose error is of fourth order in 1e-3. */
  @Test
  void theCurlOfAnyFormulasIsThatOfDifferences() {
    Formulas formulas = formulas("sin(x) + x*y^2", "2 + sin(x*y)", "0.3*cos(x)*y", "1.5 + x^2*y^2");
    double temperature = 0.9;
    CurlTheory curl = MapCurl.of(formulas, temperature);
    double h = 1e-3;
    for (int row = 0; row < 11; row += 3) {
      for (int column = 0; column < 11; column += 2) {
        double x = curl.x().get(column);
        double y = curl.y().get(row);
        double expected =
            (8
                            * (field(formulas, temperature, x + h, y)[1]
                                - field(formulas, temperature, x - h, y)[1])
                        - field(formulas, temperature, x + 2 * h, y)[1]
                        + field(formulas, temperature, x - 2 * h, y)[1])
                    / (12 * h)
                - (8
                            * (field(formulas, temperature, x, y + h)[0]
                                - field(formulas, temperature, x, y - h)[0])
                        - field(formulas, temperature, x, y + 2 * h)[0]
                        + field(formulas, temperature, x, y - 2 * h)[0])
                    / (12 * h);
        assertThat(curl.curl().get(row * 11 + column)).isCloseTo(expected, within(1e-7));
      }
    }
  }

  /** a from values of the formulas alone. */
  private static double[] field(Formulas formulas, double temperature, double x, double y) {
    double h = 1e-4;
    double b1 =
        slope(formulas.loss(), x, y, h, 0)
            + temperature
                / 2
                * (slope(formulas.c11(), x, y, h, 0) + slope(formulas.c12(), x, y, 0, h));
    double b2 =
        slope(formulas.loss(), x, y, 0, h)
            + temperature
                / 2
                * (slope(formulas.c12(), x, y, h, 0) + slope(formulas.c22(), x, y, 0, h));
    double c11 = value(formulas.c11(), x, y);
    double c12 = value(formulas.c12(), x, y);
    double c22 = value(formulas.c22(), x, y);
    double det = c11 * c22 - c12 * c12;
    return new double[] {(c22 * b1 - c12 * b2) / det, (c11 * b2 - c12 * b1) / det};
  }

  private static double slope(String formula, double x, double y, double dx, double dy) {
    double h = dx + dy;
    return (8 * (value(formula, x + dx, y + dy) - value(formula, x - dx, y - dy))
            - value(formula, x + 2 * dx, y + 2 * dy)
            + value(formula, x - 2 * dx, y - 2 * dy))
        / (12 * h);
  }

  private static double value(String formula, double x, double y) {
    return Formula.parse(formula, Formulas.VARIABLES).value(x, y);
  }

  private static Formulas formulas(String loss, String c11, String c12, String c22) {
    return new Formulas(
        loss, c11, c12, c22, new Domain(-1, 1, -1, 1), 11, new CurrentSpec(512, 100, 0.01, 10));
  }
}
