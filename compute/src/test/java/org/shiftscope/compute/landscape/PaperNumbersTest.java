package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Numbers known from independent quadratures of the paper's synthetic landscapes (Figs. 4 and 6),
 * to their printed digits: half a unit of the last one.
 */
final class PaperNumbersTest {

  @Test
  void figure4LeftHasTheKnownMinimaAndMaximum() {
    var basins = Terrain.of(PaperLandscapes.fig4Left()).basins();
    assertThat(basins).hasSize(2);
    Basin left = basins.getFirst();
    Basin right = basins.getLast();
    assertThat(left.minimum()).isCloseTo(-0.99997, within(0.5e-5));
    assertThat(right.minimum()).isCloseTo(1.00000, within(0.5e-5));
    assertThat(left.value()).isCloseTo(-0.083805, within(0.5e-6));
    assertThat(right.value()).isCloseTo(-0.079788, within(0.5e-6));
    assertThat(left.order()).isEqualTo(2);
    assertThat(left.derivative()).isCloseTo(8.37618, within(0.5e-5));
    assertThat(right.derivative()).isCloseTo(0.31915, within(0.5e-5));
    assertThat(left.from()).isEqualTo(-3);
    assertThat(left.to()).isEqualTo(right.from()).isCloseTo(-0.6237, within(0.5e-4));
    assertThat(right.to()).isEqualTo(3);
  }

  @Test
  void figure4LeftHasTheKnownSteadyState() {
    SteadyDensity state = Terrain.of(PaperLandscapes.fig4Left()).at(5);
    assertThat(state.probabilities()[0]).isCloseTo(0.4930, within(0.5e-4));
    assertThat(state.probabilities()[1]).isCloseTo(0.5070, within(0.5e-4));
    assertThat(state.trainLoss()).isCloseTo(-0.080488, within(0.5e-6));
    assertThat(state.testLoss()).isCloseTo(-0.064096, within(0.5e-6));
  }

  /** "Near 13.3": it is 13.245. */
  @Test
  void figure4LeftIsBestAtAFiniteTemperature() {
    Terrain terrain = Terrain.of(PaperLandscapes.fig4Left());
    BestTemperature best = terrain.bestTemperature();
    assertThat(best.temperature()).isCloseTo(13.3, within(0.1));
    assertThat(best.testLoss())
        .isLessThan(terrain.at(best.temperature() * 1.01).testLoss())
        .isLessThan(terrain.at(best.temperature() / 1.01).testLoss());
  }

  @Test
  void figure4RightIsBestAsTheTemperatureVanishes() {
    BestTemperature best = Terrain.of(PaperLandscapes.fig4Right()).bestTemperature();
    assertThat(best.temperature()).isZero();
    // L_te at the right minimum, from the formula of the density.
    double exact = -0.1 / (0.5 * Math.sqrt(2 * Math.PI)) * Math.exp(-0.1 * 0.1 / 0.5);
    assertThat(best.testLoss()).isCloseTo(exact, within(1e-5));
  }

  /** "Increasing the temperature can only worsen the expected test loss": Fig. 6 left. */
  @Test
  void figure6LeftHasOneBasinAndOnlyWorsens() {
    Terrain terrain = Terrain.of(PaperLandscapes.fig6Left());
    assertThat(terrain.basins()).hasSize(1);
    assertThat(terrain.bestTemperature().temperature()).isZero();
    double before = terrain.bestTemperature().testLoss();
    for (double temperature = 0.1; temperature < 1_000; temperature *= 1.5) {
      double loss = terrain.at(temperature).testLoss();
      assertThat(loss).isGreaterThan(before);
      before = loss;
    }
  }

  /** "A preference for wider minima when the depths are similar": Fig. 6 right. */
  @Test
  void figure6RightPrefersTheWiderOfTwoEqualDepths() {
    Terrain terrain = Terrain.of(PaperLandscapes.fig6Right());
    assertThat(terrain.basins()).hasSize(3);
    for (double temperature : new double[] {1, 5, 20}) {
      double[] share = terrain.at(temperature).probabilities();
      // Equal depths, and sigma three times as large: Eq. 8 says three times the weight.
      assertThat(share[2] / share[0]).isCloseTo(3, within(0.01));
    }
    assertThat(terrain.bestTemperature().temperature()).isBetween(1.0, 1_000.0);
  }
}
