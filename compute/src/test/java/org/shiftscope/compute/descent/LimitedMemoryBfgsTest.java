package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

class LimitedMemoryBfgsTest {

  @Test
  void findsTheMinimumOfACurvedValley() {
    Descent end =
        LimitedMemoryBfgs.descend(
            rosenbrock(), new double[] {-1.2, 1}, 1e-10, 1_000, StageRun.whole(s -> {}));
    assertThat(end.gradientNorm()).isLessThanOrEqualTo(1e-10);
    assertThat(end.theta()[0]).isCloseTo(1, within(1e-9));
    assertThat(end.theta()[1]).isCloseTo(1, within(1e-9));
    assertThat(end.gradients()).isLessThan(150);
  }

  @Test
  void stopsAtTheCapAndSaysHowFarItCame() {
    Descent end =
        LimitedMemoryBfgs.descend(
            rosenbrock(), new double[] {-1.2, 1}, 1e-10, 7, StageRun.whole(s -> {}));
    assertThat(end.gradients()).isEqualTo(7);
    assertThat(end.gradientNorm()).isGreaterThan(1e-10);
  }

  @Test
  void stopsOnAKinkThatNoStepHelps() {
    Objective absolute =
        GivenObjective.of(
            1,
            (x, gradient) -> {
              gradient[0] = x[0] >= 0 ? 1 : -1;
              return Math.abs(x[0]);
            });
    Descent end =
        LimitedMemoryBfgs.descend(
            absolute, new double[] {1.3}, 1e-8, 10_000, StageRun.whole(s -> {}));
    assertThat(end.gradientNorm()).isEqualTo(1);
    assertThat(end.theta()[0]).isCloseTo(0, within(1e-6));
  }

  @Test
  void aValueThatIsNotFiniteIsDivergence() {
    Objective broken =
        GivenObjective.of(
            1,
            (x, gradient) -> {
              return Double.NaN;
            });
    assertThatThrownBy(
            () ->
                LimitedMemoryBfgs.descend(broken, new double[1], 1e-8, 10, StageRun.whole(s -> {})))
        .isInstanceOfSatisfying(
            Divergence.class, divergence -> assertThat(divergence.step()).isEqualTo(1));
  }

  private static Objective rosenbrock() {
    return GivenObjective.of(
        2,
        (x, gradient) -> {
          double across = x[1] - x[0] * x[0];
          gradient[0] = -2 * (1 - x[0]) - 400 * x[0] * across;
          gradient[1] = 200 * across;
          return (1 - x[0]) * (1 - x[0]) + 100 * across * across;
        });
  }
}
