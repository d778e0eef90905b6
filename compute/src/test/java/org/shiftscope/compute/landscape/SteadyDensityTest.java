package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.curve.LossLandscape;

final class SteadyDensityTest {

  private static final List<Double> TEMPERATURES = List.of(0.3, 1.0, 5.0, 13.3, 50.0, 300.0);

  /**
   * The same integrals by another way: a plain adaptive rule, basin by basin, on the formula of Eq.
   * 5 as it stands. Its own tolerance is 1e-12 of pieces whose sum is of order one.
   */
  @Test
  void integralsAreThoseOfAnAdaptiveRule() {
    for (LossLandscape landscape :
        List.of(
            PaperLandscapes.fig4Left(), PaperLandscapes.fig4Right(), PaperLandscapes.fig6Right())) {
      Terrain terrain = Terrain.of(landscape);
      for (double temperature : TEMPERATURES) {
        double lowest = terrain.basins().stream().mapToDouble(Basin::value).min().orElseThrow();
        DoubleUnaryOperator density =
            x -> Math.exp(-2 / temperature * (landscape.train().value(x) - lowest) / 0.001);
        double[] shares =
            terrain.basins().stream()
                .mapToDouble(b -> integral(density, b.from(), b.to()))
                .toArray();
        double all = Arrays.stream(shares).sum();
        SteadyDensity state = terrain.at(temperature);
        for (int k = 0; k < shares.length; k++) {
          assertThat(state.probabilities()[k]).isCloseTo(shares[k] / all, within(1e-10));
        }
        double test = integral(x -> density.applyAsDouble(x) * landscape.test(x), -3, 3) / all;
        double train =
            integral(x -> density.applyAsDouble(x) * landscape.train().value(x), -3, 3) / all;
        assertThat(state.testLoss()).isCloseTo(test, within(1e-10));
        assertThat(state.trainLoss()).isCloseTo(train, within(1e-10));
      }
    }
  }

  /** L = x²/2 and c = 1: a normal density of variance T/2, cut off where it is nothing. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-6, 1e-3, 0.1, 1})
  void aParabolaHasANormalDensity(double temperature) {
    Terrain terrain = Terrain.of(PaperLandscapes.formula("x^2/2", "1", 0.5, -10, 10));
    SteadyDensity state = terrain.at(temperature);
    var normal = new NormalDistribution(0, Math.sqrt(temperature / 2));
    for (double z : new double[] {-3, -1, 0, 0.5, 2}) {
      double x = z * normal.getStandardDeviation();
      assertThat(state.density(x)[0] / normal.density(x)).isCloseTo(1, within(1e-12));
    }
    assertThat(state.trainLoss()).isCloseTo(temperature / 4, within(1e-13 * temperature));
    // Eq. 4 is exact here: ½ s² + cT/4.
    assertThat(state.testLoss()).isCloseTo(0.125 + temperature / 4, within(1e-13));
    assertThat(state.parts().sum()).isCloseTo(state.testLoss(), within(1e-13));
    assertThat(state.parts().shift()).isCloseTo(0.125, within(1e-13));
    assertThat(state.parts().covariance()).isCloseTo(temperature / 4, within(1e-13));
  }

  /**
   * Appendix B.1, case 1: where c = L, v = (1 + T/2) ln L. With L = 1 + x² the density is (1 +
   * x²)^(−2/T − 1): Student's, with the normaliser √π Γ(a − ½) / Γ(a), a = 2/T + 1.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.1, 0.2})
  void noiseLikeTheLossMakesStudentsDensity(double temperature) {
    Terrain terrain = Terrain.of(PaperLandscapes.formula("1 + x^2", "1 + x^2", 0, -8, 8));
    double a = 2 / temperature + 1;
    double logNormaliser = Math.log(Math.PI) / 2 + Gamma.logGamma(a - 0.5) - Gamma.logGamma(a);
    for (double x : new double[] {-1.3, 0, 0.4, 2}) {
      double exact = Math.exp(-a * Math.log1p(x * x) - logNormaliser);
      assertThat(terrain.at(temperature).density(x)[0] / exact).isCloseTo(1, within(1e-10));
    }
    double[] v = terrain.potential(temperature, 0, 0.7);
    assertThat(v[1] - v[0]).isCloseTo((1 + temperature / 2) * Math.log(1.49), within(1e-12));
  }

  /**
   * Where c(x) varies, v is integrated here by another way, a plain adaptive rule within a plain
   * adaptive rule.
   */
  @Test
  void positionDependentNoiseAgreesWithNestedIntegrals() {
    LossLandscape landscape =
        PaperLandscapes.formula("(x^2-1)^2 + 0.2*x", "0.5 + 0.3*sin(2*x)^2 + 0.1*x", 0.1, -2, 2);
    Terrain terrain = Terrain.of(landscape);
    double temperature = 0.8;
    DoubleUnaryOperator v =
        x ->
            (x == -2
                    ? 0
                    : integral(y -> landscape.train().slope(y) / landscape.noise().value(y), -2, x))
                + temperature / 2 * Math.log(landscape.noise().value(x));
    DoubleUnaryOperator density = x -> Math.exp(-2 / temperature * (v.applyAsDouble(x) + 10));
    double left = integral(density, -2, terrain.basins().getFirst().to());
    double right = integral(density, terrain.basins().getFirst().to(), 2);
    SteadyDensity state = terrain.at(temperature);
    assertThat(state.probabilities()[0]).isCloseTo(left / (left + right), within(1e-10));
    assertThat(state.density(0.3)[0])
        .isCloseTo(density.applyAsDouble(0.3) / (left + right), within(1e-10));
  }

  /** The share of the deeper basin goes to 1 and no number is lost on the way. */
  @Test
  void survivesTemperaturesNearZero() {
    Terrain terrain = Terrain.of(PaperLandscapes.fig4Left());
    for (double temperature : new double[] {1e-12, 1e-9, 1e-6, 1e-3}) {
      SteadyDensity state = terrain.at(temperature);
      assertThat(state.probabilities()[0]).isCloseTo(1, within(1e-12));
      assertThat(state.probabilities()[1]).isZero();
      // Σ w ½ HΣ = cT/4 above the minimum; rounding of the loss itself is 1e-17.
      assertThat(state.trainLoss() - terrain.basins().getFirst().value())
          .isCloseTo(0.001 * temperature / 4, within(1e-3 * 0.001 * temperature / 4 + 1e-15));
    }
  }

  /** As T → 0 the exact expectation goes to Eq. 8's, but for what Eq. 3 leaves out: O(s³), O(T). */
  @Test
  void equation8HoldsToLeadingOrder() {
    LossLandscape landscape = PaperLandscapes.formula("(x^2-1)^2 + 0.001*x", "1", 1e-3, -2, 2);
    Terrain terrain = Terrain.of(landscape);
    double previous = Double.NaN;
    for (double temperature : new double[] {4e-3, 2e-3, 1e-3}) {
      SteadyDensity state = terrain.at(temperature);
      double left = state.testLoss() - state.leadingTestLoss();
      // First order in T: halving T halves what is left.
      if (!Double.isNaN(previous)) {
        assertThat(previous / left).isCloseTo(2, within(0.02));
      }
      previous = left;
    }
  }

  static double integral(DoubleUnaryOperator function, double from, double to) {
    // Pieces, since the rule stops where two coarse sums agree by chance.
    double sum = 0;
    int pieces = 40;
    for (int i = 0; i < pieces; i++) {
      sum +=
          new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-16, 1, 30)
              .integrate(
                  1_000_000,
                  function::applyAsDouble,
                  from + (to - from) * i / pieces,
                  from + (to - from) * (i + 1) / pieces);
    }
    return sum;
  }
}
