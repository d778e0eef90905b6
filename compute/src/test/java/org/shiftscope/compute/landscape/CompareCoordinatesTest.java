package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.curve.CoordinateMap;
import org.shiftscope.compute.curve.FormulaMap;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.curve.Unproven;
import org.shiftscope.compute.landscape.CoordinateComparison.Law;
import org.shiftscope.compute.landscape.CoordinateComparison.Term;

/** Appendix C on landscapes: what is the same in other coordinates, and to which order. */
final class CompareCoordinatesTest {

  private static final double TOLERANCE = 1e-9;

  private static LossLandscape varyingNoise() {
    return PaperLandscapes.formula("(x^2 - 1)^2 + 0.2*x", "1 + 0.6*tanh(2*x)", 0.1, -2, 2);
  }

  private static FormulaMap map(String formula, LossLandscape landscape) {
    return new FormulaMap(
        PaperLandscapes.curve(formula),
        landscape.from() - Math.abs(landscape.shift()),
        landscape.to() + Math.abs(landscape.shift()));
  }

  private static CoordinateComparison compare(
      String formula, LossLandscape landscape, double temperature) {
    return CompareCoordinates.of(landscape, map(formula, landscape), temperature, TOLERANCE);
  }

  /** A straight line leaves everything as it is, falling too. */
  @ParameterizedTest
  @ValueSource(strings = {"3*x - 1", "-0.01*x + 2"})
  void aLinearMapLeavesEveryTermToRounding(String formula) {
    for (LossLandscape landscape : List.of(varyingNoise(), PaperLandscapes.fig4Left())) {
      CoordinateComparison found =
          compare(formula, landscape, landscape.noise().isConstant() ? 5 : 0.5);
      assertThat(found.terms()).hasSize(19).allMatch(term -> term.law() == Law.SAME);
      assertThat(found.terms())
          .allSatisfy(term -> assertThat(Math.abs(term.changes().getFirst())).isLessThan(1e-10));
      assertThat(found.holds()).isTrue();
      assertThat(found.moved()).extracting(CoordinateComparison.Moved::id).contains("curvature-2");
      double factor = PaperLandscapes.curve(formula).slope(0);
      found.moved().stream()
          .filter(each -> each.id().startsWith("curvature"))
          .forEach(
              each ->
                  assertThat(each.inPhi() * factor * factor / each.inX())
                      .isCloseTo(1, within(1e-10)));
    }
  }

  /** Curved maps: expectations are the same, and the terms of Eq. 4 to first order in the shift. */
  @ParameterizedTest
  @ValueSource(strings = {"sinh(x)", "x^3 + x", "-exp(x)"})
  void aCurvedMapLeavesExpectationsAndTheTermsToFirstOrder(String formula) {
    for (LossLandscape landscape : List.of(varyingNoise(), PaperLandscapes.fig4Left())) {
      CoordinateComparison found =
          compare(formula, landscape, landscape.noise().isConstant() ? 5 : 0.2);
      assertThat(found.terms())
          .allSatisfy(term -> assertThat(term.holds()).as("%s", term).isTrue());
      assertThat(of("expected-test-loss", found).changes().getFirst()).isCloseTo(0, within(1e-10));
      Term curvature = of("shift-curvature-2", found);
      assertThat(Math.abs(curvature.changes().getFirst())).isGreaterThan(1e-3);
      assertThat(curvature.order()).isCloseTo(1, within(0.15));
      assertThat(of("covariance-curvature-2", found).order()).isCloseTo(1, within(0.15));
    }
  }

  /**
   * Flat minima and ends where the loss is lowest: what has no number is left out, the rest holds.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"4*x^4*(x - 1)^2", "x^8", "x^10 - x^3", "x + 0.5*sin(3*x)", "x^2*(x + 1.5)^2"})
  void otherMinimaAreComparedToo(String loss) {
    LossLandscape landscape = PaperLandscapes.formula(loss, "1 + 0.1*x", 0.05, -1.5, 1.4);
    CoordinateComparison found = compare("exp(x/2)", landscape, 0.02);
    assertThat(found.terms()).allSatisfy(term -> assertThat(term.holds()).as("%s", term).isTrue());
    assertThat(of("expected-test-loss", found).law()).isEqualTo(Law.SAME);
  }

  /**
   * By hand: φ = sinh(x) about x = 0.3 with L = (x − 0.3)²/2, c = 1: dφ/dx = cosh 0.3. The mode of
   * φ lies −(T/2) tanh(0.3) cosh(0.3) from the minimum, though b = 0 in x: Itô's term is ½ sinh
   * 0.3, and ½ dC̃/dφ = sinh 0.3.
   */
  @Test
  void aParabolaUnderSinhByHand() {
    LossLandscape parabola = PaperLandscapes.formula("(x - 0.3)^2/2", "1", 0.05, -6, 6);
    double temperature = 0.01;
    CoordinateComparison found = compare("sinh(x)", parabola, temperature);
    assertThat(found.holds()).isTrue();
    double test = Math.cosh(0.35);
    double s = Math.sinh(0.3) - Math.sinh(0.35);
    assertThat(of("shift-curvature-1", found).inPhi())
        .isCloseTo(s * s / (2 * test * test), within(1e-14));
    assertThat(of("covariance-curvature-1", found).inPhi())
        .isCloseTo(temperature / 4 * Math.pow(Math.cosh(0.3) / test, 2), within(1e-14));
    double b = -temperature / 2 * Math.sinh(0.3);
    assertThat(of("bias-curvature-1", found).inPhi())
        .isCloseTo(b * b / (2 * test * test), within(1e-14));
    assertThat(of("bias-curvature-1", found).inX()).isZero();
  }

  /** The losses typed in φ, x = asinh(φ), have the derivatives that the series have. */
  @Test
  void seriesAreThoseOfTheFunctionTypedInPhi() {
    LossLandscape landscape = varyingNoise();
    var changed = new ChangedLandscape(landscape, map("sinh(x)", landscape));
    String x = "log(x + sqrt(x^2 + 1))";
    var train = PaperLandscapes.curve("((" + x + ")^2 - 1)^2 + 0.2*" + x);
    var test = PaperLandscapes.curve("((" + x + " - 0.1)^2 - 1)^2 + 0.2*(" + x + " - 0.1)");
    var noise = PaperLandscapes.curve("(1 + 0.6*tanh(2*" + x + "))*(x^2 + 1)");
    for (double phi : new double[] {-3.1, -0.7, 0.01, 2.2}) {
      double factorial = 1;
      for (int n = 0; n <= 6; n++) {
        factorial *= Math.max(1, n);
        assertClose(changed.at(6, phi).train()[n] * factorial, train.derivatives(6, phi)[n]);
        assertClose(changed.at(6, phi).test()[n] * factorial, test.derivatives(6, phi)[n]);
        assertClose(changed.at(6, phi).noise()[n] * factorial, noise.derivatives(6, phi)[n]);
      }
    }
  }

  private static void assertClose(double is, double expected) {
    assertThat(is).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
  }

  /** A Jacobian that is 1 % off, and one that forgets how it bends, are found out. */
  @Test
  void aWrongJacobianIsFound() {
    LossLandscape landscape = varyingNoise();
    CoordinateMap right = map("sinh(x)", landscape);
    CoordinateComparison scaled =
        CompareCoordinates.of(landscape, new Wrong(right, 1, 1.01), 0.2, TOLERANCE);
    assertThat(failed(scaled))
        .contains("expected-test-loss", "probability-1", "shift-curvature-1", "sum");
    CoordinateComparison straight =
        CompareCoordinates.of(landscape, new Wrong(right, 2, 0), 0.2, TOLERANCE);
    assertThat(failed(straight)).contains("expected-test-loss", "probability-1");
  }

  private static List<String> failed(CoordinateComparison found) {
    return found.terms().stream().filter(term -> !term.holds()).map(Term::id).toList();
  }

  /** A map whose series has one coefficient that is not its own. */
  private record Wrong(CoordinateMap right, int order, double factor) implements CoordinateMap {

    @Override
    public double phi(double x) {
      return right.phi(x);
    }

    @Override
    public double x(double phi) {
      return right.x(phi);
    }

    @Override
    public double[] series(int terms, double x) {
      double[] series = right.series(terms, x);
      if (terms >= order) {
        series[order] *= factor;
      }
      return series;
    }

    @Override
    public boolean isLinear() {
      return false;
    }
  }

  @Test
  void onlyMonotoneFormulasAreMaps() {
    assertThat(FormulaMap.fails(PaperLandscapes.curve("sinh(x)"), -3, 3)).isEmpty();
    assertThat(FormulaMap.fails(PaperLandscapes.curve("-x^3 - x"), -3, 3)).isEmpty();
    assertThat(FormulaMap.fails(PaperLandscapes.curve("x + 2*sin(x)"), -3, 3))
        .map(Unproven::middle)
        .hasValueSatisfying(x -> assertThat(1 + 2 * Math.cos(x)).isLessThan(1e-9));
    // Falls only on a stretch of 1e-6, and has no slope at one point.
    Optional<Unproven> narrow =
        FormulaMap.fails(PaperLandscapes.curve("x + 0.000001*gauss(x, 0.3, 0.000001)"), -1, 1);
    assertThat(narrow)
        .hasValueSatisfying(at -> assertThat(at.middle()).isCloseTo(0.3, within(1e-5)));
    assertThat(FormulaMap.fails(PaperLandscapes.curve("x^3"), -1, 1)).isPresent();
    assertThat(FormulaMap.fails(PaperLandscapes.curve("2"), -1, 1)).isPresent();
  }

  private static Term of(String id, CoordinateComparison found) {
    return found.terms().stream().filter(term -> term.id().equals(id)).findFirst().orElseThrow();
  }
}
