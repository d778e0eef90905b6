package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Appendix E: minima whose second derivative vanishes. */
final class HigherOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x^2 | 2 | 0 | 2",
        "x^2 + 100*x^4 | 2 | 0 | 2",
        "0.0001*x^2 + x^4 | 2 | 0 | 0.0002",
        "x^4/4 | 4 | 0 | 6",
        "(x - 0.3)^4 | 4 | 0.3 | 24",
        "x^4 - 1.2*x^3 + 0.54*x^2 - 0.108*x + 0.0081 | 4 | 0.3 | 24",
        "(x - 0.3)^4*(4 + x) | 4 | 0.3 | 103.2",
        "(x + 0.7)^6 | 6 | -0.7 | 720",
        "(x + 0.7)^6 + x^8 - x^8 | 6 | -0.7 | 720",
        "x^8 | 8 | 0 | 40320",
        "cosh(x) - 1 - x^2/2 | 4 | 0 | 1",
        "-gauss(x, 0.2, 0.01) | 2 | 0.2 | 398942.280",
      })
  void findsTheOrderAndThePlaceByThemselves(String loss, int order, double x, double derivative) {
    var basins = Terrain.of(PaperLandscapes.formula(loss, "1", 0, -1.5, 1.7)).basins();
    assertThat(basins).hasSize(1);
    Basin basin = basins.getFirst();
    assertThat(basin.order()).isEqualTo(order);
    assertThat(basin.minimum()).isCloseTo(x, within(1e-7));
    assertThat(basin.derivative()).isCloseTo(derivative, within(1e-6 * derivative));
  }

  /**
   * Laplace's approximation with the factor of Appendix E goes to the exact integrals as T → 0. In
   * the flatter basin, of width T^(1/4), what it leaves out begins with the second order of the
   * width, √T, since the first is odd: two decades of T are one of the error.
   */
  @Test
  void weightsWithTheGammaFactorGoToTheIntegrals() {
    Terrain terrain = Terrain.of(PaperLandscapes.formula("x^4*(x - 1)^2", "1", 0, -0.9, 1.8));
    assertThat(terrain.basins()).extracting(Basin::order).containsExactly(4, 2);
    double previous = Double.NaN;
    for (double temperature : new double[] {1e-8, 1e-10, 1e-12}) {
      double exact = terrain.at(temperature).probabilities()[1];
      double error = terrain.at(temperature).laplaceWeights()[1] / exact - 1;
      assertThat(error).isBetween(0.0, 1e-4);
      if (!Double.isNaN(previous)) {
        assertThat(previous / error).isCloseTo(10, within(0.1));
      }
      previous = error;
    }
  }

  /**
   * An exact power: ∫ exp(−(2/T) a x^m / m!) dx = 2 Γ(1 + 1/m) (2a/(T m!))^(−1/m), by quadrature.
   */
  @ParameterizedTest
  @CsvSource({"2, 3.0, 0.1", "4, 24.0, 0.01", "6, 5.0, 0.001", "8, 40320.0, 0.2"})
  void theFactorIsTheIntegral(int order, double derivative, double temperature) {
    Basin basin = new Basin(-4, 4, 0, false, order, derivative, 0);
    double integral =
        SteadyDensityTest.integral(x -> Math.exp(-2 / temperature * basin.rise(x)), -4, 4);
    assertThat(Math.exp(LaplaceWeights.logIntegral(basin, temperature)) / integral)
        .isCloseTo(1, within(1e-11));
  }

  /** In a basin of order m, the covariance-curvature is cT/(2m), by the virial theorem: exact. */
  @ParameterizedTest
  @CsvSource({"x^2, 2", "x^4, 4", "x^6, 6", "x^8, 8"})
  void aPowerHasItsShareOfTheTemperature(String loss, int order) {
    SteadyDensity state = Terrain.of(PaperLandscapes.formula(loss, "0.5", 0, -3, 3)).at(0.01);
    assertThat(state.trainLoss()).isCloseTo(0.5 * 0.01 / (2 * order), within(1e-15));
    assertThat(state.parts().covariance()).isCloseTo(state.trainLoss(), within(1e-15));
  }

  /** The slope at an end of the domain takes the place of a minimum: ∫ exp(−(2/T) g x) = T/(2g). */
  @Test
  void theEndOfTheDomainCanBeTheLowestPoint() {
    Terrain terrain = Terrain.of(PaperLandscapes.formula("x + 0.5*sin(3*x)", "1", 0, 0, 3));
    // The slope 1 + 1.5 cos(3x) is below 0 at x = 3 too.
    assertThat(terrain.basins()).extracting(Basin::order).containsExactly(1, 2, 1);
    assertThat(terrain.basins().getLast().minimum()).isEqualTo(3);
    Basin first = terrain.basins().getFirst();
    assertThat(first.atEnd()).isTrue();
    assertThat(first.minimum()).isZero();
    assertThat(first.order()).isEqualTo(1);
    assertThat(first.derivative()).isCloseTo(2.5, within(1e-14));
    SteadyDensity state = terrain.at(1e-3);
    assertThat(state.trainLoss()).isCloseTo(1e-3 / 2, within(1e-6));
    assertThat(Terrain.of(PaperLandscapes.formula("-x", "1", 0, 0, 3)).basins())
        .singleElement()
        .satisfies(basin -> assertThat(basin.minimum()).isEqualTo(3));
  }

  @Test
  void flatterThanOrder8IsSaid() {
    Terrain terrain = Terrain.of(PaperLandscapes.formula("x^10", "1", 0, -1, 1));
    assertThat(terrain.basins().getFirst().order()).isZero();
    assertThat(terrain.at(0.1).laplaceWeights()[0]).isNaN();
    assertThat(terrain.at(0.1).probabilities()[0]).isCloseTo(1, within(1e-12));
  }
}
