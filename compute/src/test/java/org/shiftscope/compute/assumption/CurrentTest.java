package org.shiftscope.compute.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CurrentMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.CurrentSpec;
import org.shiftscope.compute.stage.StageRun;

/** The simulated current against the exact one, and none where there is none. */
class CurrentTest {

  private static final Execution HERE = new Execution("cpu", 1, "test");

  @Test
  void theCounterExampleTurnsAsItsLyapunovEquationSays() {
    CurrentMeasurement found = measure("x^2/2 + 2*y^2", "1", "0.6", "1");
    // Euler's scheme turns less by about h dt / 2 = 1 %, and there are errors of 16 groups.
    assertThat(found.rotation())
        .isCloseTo(
            found.exactRotation(),
            within(4 * found.rotationError() + 0.02 * Math.abs(found.exactRotation())));
    assertThat(Math.abs(found.rotation())).isGreaterThan(20 * found.rotationError());
    assertThat(chiSquare(found)).isBetween(0.7, 1.6);
  }

  @Test
  void withoutCurlThereIsNoCurrent() {
    CurrentMeasurement found = measure("x^2 + x*y + y^2", "2", "1", "2");
    assertThat(found.exactRotation()).isCloseTo(0, within(1e-12));
    assertThat(found.rotation()).isCloseTo(0, within(4 * found.rotationError()));
    assertThat(chiSquare(found)).isBetween(0.7, 1.6);
  }

  /**
   * Position-dependent noise of the paper's first case: a current of Itô's drift alone would show.
   */
  @Test
  void varyingNoiseWithoutCurlHasNoCurrentEither() {
    CurrentMeasurement found = measure("x^2 + y^2", "0.5 + x^2 + y^2", "0", "0.5 + x^2 + y^2");
    assertThat(found.exactX().size()).isZero();
    assertThat(found.rotation()).isCloseTo(0, within(4 * found.rotationError()));
  }

  /** The exact current has no divergence, and circulates: both by its own formula. */
  @Test
  void theExactCurrentIsConserved() {
    LinearProcess process =
        LinearProcess.of(formulas("x^2/2 + 2*y^2 + x - y", "1", "0.6", "1"), 0.4).orElseThrow();
    double h = 1e-4;
    double x = -0.8;
    double y = 0.3;
    double divergence =
        (process.current(x + h, y)[0] - process.current(x - h, y)[0]) / (2 * h)
            + (process.current(x, y + h)[1] - process.current(x, y - h)[1]) / (2 * h);
    // Central differences of second order.
    assertThat(divergence).isCloseTo(0, within(1e-6));
    assertThat(process.current(-1, 0.25)).containsExactly(new double[] {0, 0}, within(1e-12));
    assertThat(Math.abs(process.current(x, y)[0])).isGreaterThan(1e-3);
  }

  /** Mean of ((simulated − exact) / error)² over bins that were visited: 1 but for 16 groups. */
  private static double chiSquare(CurrentMeasurement found) {
    double sum = 0;
    int bins = 0;
    for (int i = 0; i < found.density().size(); i++) {
      if (found.density().get(i) > 0.02) {
        sum +=
            Math.pow((found.currentX().get(i) - found.exactX().get(i)) / found.errorX().get(i), 2)
                + Math.pow(
                    (found.currentY().get(i) - found.exactY().get(i)) / found.errorY().get(i), 2);
        bins += 2;
      }
    }
    assertThat(bins).isGreaterThan(100);
    return sum / bins;
  }

  private static CurrentMeasurement measure(String loss, String c11, String c12, String c22) {
    Formulas formulas = formulas(loss, c11, c12, c22);
    CurrentState walked =
        MeasureCurrent.walk(formulas, 0.4, RandomStreams.of(3), StageRun.whole(share -> {}));
    return MeasureCurrent.measured(formulas, 0.4, walked, HERE);
  }

  private static Formulas formulas(String loss, String c11, String c12, String c22) {
    return new Formulas(
        loss, c11, c12, c22, new Domain(-3, 3, -3, 3), 11, new CurrentSpec(1_024, 2_000, 0.01, 40));
  }
}
