package org.shiftscope.compute.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Fokker-Planck equation, against Eq. 5, the Ornstein-Uhlenbeck process and its own order. */
class FokkerPlanckTest {

  /** L = ½ x², c = 1: the Ornstein-Uhlenbeck process. */
  private static final DriftAndNoise QUADRATIC =
      (x, drift, noise) -> {
        for (int i = 0; i < x.length; i++) {
          drift[i] = -x[i];
          noise[i] = 1;
        }
      };

  /** L′ = x − x² / 2 and c = 1 + x², for which v of Eq. 5 is known. */
  private static final DriftAndNoise CURVED =
      (x, drift, noise) -> {
        for (int i = 0; i < x.length; i++) {
          drift[i] = -x[i] + x[i] * x[i] / 2;
          noise[i] = 1 + x[i] * x[i];
        }
      };

  /** v = ∫ L′ / c dx + (T/2) ln c of {@link #CURVED}, integrated by hand. */
  private static double potential(double x, double temperature) {
    double log = Math.log(1 + x * x);
    return log / 2 - (x - Math.atan(x)) / 2 + temperature / 2 * log;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.5, 30})
  void theSteadyStateIsEq5(double temperature) {
    Bins cells = new Bins(-3, 4, 350);
    double[] shares = new FokkerPlanck(CURVED, temperature, cells).steadyState();
    double[] exact =
        Arrays.stream(cells.centres())
            .map(x -> Math.exp(-2 / temperature * potential(x, temperature)))
            .toArray();
    double sum = Arrays.stream(exact).sum();
    for (int i = 0; i < exact.length; i++) {
      assertThat(shares[i]).isCloseTo(exact[i] / sum, within(1e-12 + 1e-10 * exact[i] / sum));
    }
  }

  @Test
  void theSteadyStateStandsStillAndIsReachedFromElsewhere() {
    Bins cells = new Bins(-3, 4, 140);
    var equation = new FokkerPlanck(CURVED, 0.7, cells);
    double[] steady = equation.steadyState();
    double[] still = steady.clone();
    equation.step(still, 1e3);
    double[] reached = new double[cells.count()];
    reached[139] = 1;
    for (int i = 0; i < 10; i++) {
      equation.step(reached, 1e4);
    }
    for (int i = 0; i < steady.length; i++) {
      assertThat(still[i]).isCloseTo(steady[i], within(1e-12));
      assertThat(reached[i]).isCloseTo(steady[i], within(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1e-3, 1, 1e6})
  void sharesStayPositiveAndTheirMassStaysTheSame(double dt) {
    // A temperature at which the drift outweighs the diffusion across a cell by far.
    var equation = new FokkerPlanck(CURVED, 1e-3, new Bins(-3, 4, 500));
    double[] shares = new double[500];
    shares[20] = 0.25;
    shares[480] = 0.75;
    for (int i = 0; i < 5_000; i++) {
      equation.step(shares, dt);
    }
    assertThat(Arrays.stream(shares).min().orElseThrow()).isNotNegative();
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void itIsOfSecondOrderInTheCellsWidth() {
    // Steps in time follow the square of the width, so that both errors fall by four.
    double coarse = errorAgainstExact(100, 50);
    double middle = errorAgainstExact(200, 200);
    double fine = errorAgainstExact(400, 800);
    assertThat(log2(coarse / middle)).isCloseTo(2, within(0.1));
    assertThat(log2(middle / fine)).isCloseTo(2, within(0.05));
    assertThat(fine).isLessThan(1e-3);
  }

  @Test
  void itIsOfFirstOrderInTheTimeStep() {
    double[] reference = ornsteinUhlenbeck(200, 51_200);
    double coarse = TotalVariation.between(ornsteinUhlenbeck(200, 100), reference);
    double fine = TotalVariation.between(ornsteinUhlenbeck(200, 200), reference);
    assertThat(log2(coarse / fine)).isCloseTo(1, within(0.05));
  }

  private static final double TEMPERATURE = 0.6;
  private static final double TIME = 0.8;

  private static double errorAgainstExact(int cells, int steps) {
    Bins grid = new Bins(-5, 5, cells);
    return TotalVariation.between(ornsteinUhlenbeck(cells, steps), normal(grid, TIME));
  }

  /** From a normal density at time 0 to {@link #TIME}. */
  private static double[] ornsteinUhlenbeck(int cells, int steps) {
    Bins grid = new Bins(-5, 5, cells);
    double[] shares = normal(grid, 0);
    var equation = new FokkerPlanck(QUADRATIC, TEMPERATURE, grid);
    for (int i = 0; i < steps; i++) {
      equation.step(shares, TIME / steps);
    }
    return shares;
  }

  /** Mean m e^−t and variance s² e^−2t + (T/2)(1 − e^−2t), as exact shares of the cells. */
  private static double[] normal(Bins grid, double time) {
    double decay = Math.exp(-time);
    double variance = 0.09 * decay * decay + TEMPERATURE / 2 * (1 - decay * decay);
    var density = new NormalDistribution(1.2 * decay, Math.sqrt(variance));
    double[] shares = new double[grid.count()];
    Arrays.setAll(
        shares,
        i ->
            density.probability(
                grid.centre(i) - grid.width() / 2, grid.centre(i) + grid.width() / 2));
    return shares;
  }

  private static double log2(double ratio) {
    return Math.log(ratio) / Math.log(2);
  }
}
