package org.shiftscope.compute.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.curve.GaussianSum;
import org.shiftscope.compute.curve.LossLandscape;

/** What a grid of points does not see: numbers from independent quadratures of high precision. */
final class HiddenFeaturesTest {

  /**
   * Between two narrow wells the loss is 0 in doubles. The maximum lies where the slopes of the two
   * Gaussians meet: with z₁ = (x + 2) / 0.01 and z₂ = (2 − x) / 0.02, where 0.02 z₁ exp(−z₁²/2) /
   * 0.01² = 0.04 z₂ exp(−z₂²/2) / 0.02².
   */
  @Test
  void basinsMeetWhereTheLossUnderflows() {
    Terrain terrain =
        Terrain.of(
            new LossLandscape(
                new GaussianSum(List.of(-2.0, 2.0), List.of(0.02, 0.04), List.of(0.01, 0.02)),
                0,
                PaperLandscapes.curve("0.01"),
                -3,
                3));
    double x = terrain.basins().getFirst().to();
    assertThat(x).isCloseTo(-0.6666, within(1e-4));
    double z1 = (x + 2) / 0.01;
    double z2 = (2 - x) / 0.02;
    double logs =
        Math.log(0.02 * z1 / 1e-4) - z1 * z1 / 2 - Math.log(0.04 * z2 / 4e-4) + z2 * z2 / 2;
    assertThat(logs).isCloseTo(0, within(1e-9));
    assertThat(terrain.at(100).probabilities()[0]).isCloseTo(0.387, within(5e-4));
    assertThat(terrain.unproven()).isEmpty();
  }

  /** The same by a typed formula. */
  @Test
  void basinsOfAFormulaMeetThereToo() {
    Terrain terrain =
        Terrain.of(
            PaperLandscapes.formula(
                "-0.8*exp(-((x+2)/0.01)^2/2) - 0.8*exp(-((x-2)/0.02)^2/2)", "0.01", 0, -3, 3));
    assertThat(terrain.basins()).hasSize(2);
    assertThat(terrain.basins().getFirst().to()).isCloseTo(-0.6666, within(1e-4));
  }

  /** A well of width 3e-5 in a domain of 2, where theory's E[L_tr] is −0.889 at T = 0.05. */
  @Test
  void aNarrowWellIsMet() {
    String loss = "x^2-exp(-1000000000*(x-0.31337)^2)";
    Terrain terrain = Terrain.of(PaperLandscapes.formula(loss, "1", 0, -1, 1));
    assertThat(terrain.basins()).hasSize(2);
    assertThat(terrain.basins().getLast().minimum()).isCloseTo(0.31337, within(1e-9));
    assertThat(terrain.at(0.05).trainLoss()).isCloseTo(-0.889, within(5e-4));
    // With noise that depends on the place, v itself is an integral that has to see the well.
    Terrain varying = Terrain.of(PaperLandscapes.formula(loss, "1 + 1e-9*x", 0, -1, 1));
    assertThat(varying.at(0.05).trainLoss()).isCloseTo(terrain.at(0.05).trainLoss(), within(1e-7));
  }

  /** ∫ over the domain where the test loss, or the noise, has what the train loss has not. */
  @Test
  void aNarrowPlaceOfTheNoiseAndOfTheTestLossIsMet() {
    // p ∝ 1/c at infinite temperature: ∫ dx / (1 + a exp(−(x/w)²)) falls short of 2 by
    // w √π Σ (−1)^(k+1) a^k / √k.
    double a = 0.5;
    double w = 1e-6;
    double lost = 0;
    for (int k = 1; k < 80; k++) {
      lost += (k % 2 == 1 ? 1 : -1) * Math.pow(a, k) / Math.sqrt(k);
    }
    lost *= w * Math.sqrt(Math.PI);
    Terrain noisy =
        Terrain.of(
            PaperLandscapes.formula("x", "1 + 0.5*exp(-((x-0.1234567)/0.000001)^2)", 0, -1, 1));
    double[] density = noisy.at(1e12).density(0.5);
    assertThat(1 / density[0]).isCloseTo(2 - lost, within(1e-11));
    // The test loss has a bump at −0.98 + 1.2 = 0.22, which the train loss has outside of the
    // domain.
    Terrain tested =
        Terrain.of(PaperLandscapes.formula("x^2 + exp(-((x+1.18)/0.000001)^2)", "1", 1.4, -1, 1));
    double mean = tested.at(1e12).testLoss();
    double parabola = 1.0 / 3 + 1.4 * 1.4;
    assertThat(mean - parabola).isCloseTo(w * Math.sqrt(Math.PI) / 2, within(1e-11));
  }

  /** ∫ exp(−(2/T) 4 v) about 0 on one side: half of √(πT/2), weight ⅓ beside a whole well at 1. */
  @Test
  void anEndWithoutSlopeHasItsOrder() {
    Terrain terrain = Terrain.of(PaperLandscapes.formula("x^2*(x-1)^2", "1", 0, 0, 1.5));
    assertThat(terrain.basins()).extracting(Basin::order).containsExactly(2, 2);
    Basin end = terrain.basins().getFirst();
    assertThat(end.atEnd()).isTrue();
    assertThat(end.minimum()).isZero();
    assertThat(end.derivative()).isEqualTo(2);
    SteadyDensity cold = terrain.at(1e-6);
    assertThat(cold.laplaceWeights()[0]).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(cold.probabilities()[0]).isCloseTo(1.0 / 3, within(1e-3));
    // An odd order can be lowest at an end alone.
    Basin cubic = Terrain.of(PaperLandscapes.formula("x^3", "1", 0, 0, 1)).basins().getFirst();
    assertThat(cubic.order()).isEqualTo(3);
    assertThat(cubic.derivative()).isEqualTo(6);
    Basin right = Terrain.of(PaperLandscapes.formula("-(x-1)^3", "1", 0, 0, 1)).basins().getFirst();
    assertThat(right.order()).isEqualTo(3);
    assertThat(right.derivative()).isEqualTo(-6);
  }

  /** Flat to the ninth derivative: its place is found by signs, which do not vanish. */
  @Test
  void aFlatMinimumIsInItsPlace() {
    Basin flat = Terrain.of(PaperLandscapes.formula("x^10", "1", 0, -2, 1.5)).basins().getFirst();
    assertThat(flat.minimum()).isZero();
    Basin moved =
        Terrain.of(PaperLandscapes.formula("(x-0.3)^10", "1", 0, -2, 1.5)).basins().getFirst();
    assertThat(moved.minimum()).isCloseTo(0.3, within(1e-12));
    // The size of the loss is no measure of where it is lowest.
    Basin small =
        Terrain.of(PaperLandscapes.formula("1e-14*(x-0.3)^2", "1", 0, -2, 1.5)).basins().getFirst();
    assertThat(small.minimum()).isCloseTo(0.3, within(1e-15));
  }

  /** Its minimum and maximum lie 6e-4 apart: x³ − x + 0.3849 = 0. */
  @Test
  void aShallowBasinIsFound() {
    Terrain terrain =
        Terrain.of(PaperLandscapes.formula("x^4/4-x^2/2+0.3849*x", "1", 0, -1.8, 1.6));
    assertThat(terrain.basins()).hasSize(2);
    Basin shallow = terrain.basins().getLast();
    for (double x : new double[] {shallow.from(), shallow.minimum()}) {
      assertThat(x * x * x - x + 0.3849).isCloseTo(0, within(1e-15));
    }
    assertThat(shallow.minimum() - shallow.from()).isBetween(6e-4, 1e-3);
    assertThat(terrain.at(3).probabilities()[1]).isCloseTo(0.23, within(5e-3));
  }

  /** 2 ΔL / c grows as c falls, and the best temperature with it: 13.245 at c = 0.001. */
  @Test
  void theBestTemperatureScalesWithTheNoise() {
    LossLandscape paper = PaperLandscapes.fig4Left();
    var quiet =
        new LossLandscape(paper.train(), paper.shift(), PaperLandscapes.curve("0.000001"), -3, 3);
    assertThat(Terrain.of(quiet).bestTemperature().temperature())
        .isCloseTo(1_000 * Terrain.of(paper).bestTemperature().temperature(), within(1e-3));
    assertThat(Terrain.of(quiet).bestTemperature().temperature()).isCloseTo(13_245, within(1.0));
  }
}
