package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/** The gradient flow, against the matrix exponential and against itself at finer steps. */
class FlowTest {

  /** ½ Σ λ_i θ_i² with eigenvalues from −0.2 to 1,000: a saddle, and stiff. */
  private static final double[] EIGENVALUES = {-0.2, 0, 0.01, 0.3, 1, 7, 40, 200, 1_000};

  private static final Objective QUADRATIC =
      GivenObjective.of(
          EIGENVALUES.length,
          (theta, gradient) -> {
            double value = 0;
            for (int i = 0; i < theta.length; i++) {
              gradient[i] = EIGENVALUES[i] * theta[i];
              value += gradient[i] * theta[i] / 2;
            }
            return value;
          });

  /** Rosenbrock's valley: curved, and stiff across. */
  private static final Objective ROSENBROCK =
      GivenObjective.of(
          2,
          (x, gradient) -> {
            double across = x[1] - x[0] * x[0];
            gradient[0] = -2 * (1 - x[0]) - 40 * x[0] * across;
            gradient[1] = 20 * across;
            return (1 - x[0]) * (1 - x[0]) + 10 * across * across;
          });

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-5, 1e-7})
  void adaptiveStepsAgreeWithTheMatrixExponential(double tolerance) {
    double[] start = new double[EIGENVALUES.length];
    Arrays.fill(start, 1);
    double time = 5;
    Descent end =
        ChebyshevFlow.follow(QUADRATIC, start, time, tolerance, StageRun.whole(share -> {}));
    for (int i = 0; i < start.length; i++) {
      double exact = Math.exp(-EIGENVALUES[i] * time);
      // The errors of all steps add up, and grow with e^0.2t along the saddle.
      assertThat(end.theta()[i])
          .as("eigenvalue %s", EIGENVALUES[i])
          .isCloseTo(exact, within(100 * tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-5, 1e-7})
  void extrapolatedStepsAgreeWithTheMatrixExponential(double tolerance) {
    double[] start = new double[EIGENVALUES.length];
    Arrays.fill(start, 1);
    double time = 5;
    Descent end =
        ExtrapolatedFlow.follow(QUADRATIC, start, time, tolerance, StageRun.whole(share -> {}));
    // The answer's own change by the last doubling is up to four times its error.
    assertThat(error(end.theta(), exact(time))).isLessThan(tolerance * Vectors.norm(end.theta()));
    double[] gradient = new double[start.length];
    double value = QUADRATIC.valueAndGradient(end.theta(), gradient);
    assertThat(end.value()).isEqualTo(value);
    assertThat(end.gradientNorm()).isEqualTo(Vectors.norm(gradient));
  }

  private static double[] exact(double time) {
    return Arrays.stream(EIGENVALUES).map(eigenvalue -> Math.exp(-eigenvalue * time)).toArray();
  }

  @Test
  void extrapolationIsOfSecondOrder() {
    double[] start = {-1, 1.5};
    double[] fine =
        ChebyshevFlow.follow(ROSENBROCK, start, 1, 1e-10, StageRun.whole(share -> {})).theta();
    double coarse = error(extrapolated(start, 1e-3), fine);
    double halved = error(extrapolated(start, 5e-4), fine);
    assertThat(coarse / halved).isCloseTo(4, within(0.4));
  }

  private static double[] extrapolated(double[] start, double rate) {
    double[] coarse =
        FixedRateFlow.follow(ROSENBROCK, start, 1, rate, StageRun.whole(share -> {})).theta();
    double[] fine =
        FixedRateFlow.follow(ROSENBROCK, start, 1, rate / 2, StageRun.whole(share -> {})).theta();
    return Vectors.sum(fine, 1, Vectors.difference(fine, coarse));
  }

  @Test
  void aFlowThatStiffensBeyondTheFirstRateIsFollowedAtASmallerOne() {
    // eʸ x²/2 − y: y grows with time, so that the curvature along x goes from 1 to 400.
    Objective stiffening =
        GivenObjective.of(
            2,
            (x, gradient) -> {
              double stiffness = Math.exp(x[1]);
              gradient[0] = stiffness * x[0];
              gradient[1] = stiffness * x[0] * x[0] / 2 - 1;
              return stiffness * x[0] * x[0] / 2 - x[1];
            });
    double[] start = {1, 0};
    double[] fine =
        FixedRateFlow.follow(stiffening, start, 6, 1e-5, StageRun.whole(share -> {})).theta();
    Descent end = ExtrapolatedFlow.follow(stiffening, start, 6, 1e-5, StageRun.whole(share -> {}));
    assertThat(error(end.theta(), fine)).isLessThan(2e-4);
  }

  @Test
  void aStiffFlowTakesFewerGradientsThanStableFixedStepsThatAreNotYetAccurate() {
    double[] start = new double[EIGENVALUES.length];
    Arrays.fill(start, 1);
    Descent end = ChebyshevFlow.follow(QUADRATIC, start, 5, 1e-4, StageRun.whole(share -> {}));
    // The largest stable fixed rate is 2 / 1,000: 2,500 gradients.
    assertThat(end.gradients()).isLessThan(1_000);
  }

  @Test
  void theMethodIsOfSecondOrder() {
    assertThat(orderOf(2)).isCloseTo(2, within(0.15));
    assertThat(orderOf(7)).isCloseTo(2, within(0.15));
  }

  @Test
  void stagesAreStableOnTheWholeInterval() {
    for (int stages : new int[] {2, 3, 5, 17, 60}) {
      double longest = ChebyshevStages.longestStep(stages, 1);
      for (int i = 0; i <= 2_000; i++) {
        assertThat(Math.abs(step(stages, longest * i / 2_000, 1)))
            .as("%d stages", stages)
            .isLessThanOrEqualTo(1 + 1e-9);
      }
    }
  }

  @Test
  void aFixedRateIsOfFirstOrder() {
    double[] start = {-1, 1.5};
    double[] fine =
        ChebyshevFlow.follow(ROSENBROCK, start, 1, 1e-9, StageRun.whole(share -> {})).theta();
    double coarse =
        error(
            FixedRateFlow.follow(ROSENBROCK, start, 1, 2e-3, StageRun.whole(share -> {})).theta(),
            fine);
    double halved =
        error(
            FixedRateFlow.follow(ROSENBROCK, start, 1, 1e-3, StageRun.whole(share -> {})).theta(),
            fine);
    assertThat(coarse / halved).isCloseTo(2, within(0.1));
  }

  @Test
  void bothIntegratorsFollowACurvedValleyToTheSamePoint() {
    double[] start = {-1, 1.5};
    double[] slow =
        FixedRateFlow.follow(ROSENBROCK, start, 3, 1e-5, StageRun.whole(share -> {})).theta();
    Descent fast = ChebyshevFlow.follow(ROSENBROCK, start, 3, 1e-7, StageRun.whole(share -> {}));
    assertThat(error(fast.theta(), slow)).isLessThan(2e-5);
  }

  @Test
  void theTimeIsKeptToTheLastStep() {
    Objective slope =
        GivenObjective.of(
            1,
            (theta, gradient) -> {
              gradient[0] = -1;
              return -theta[0];
            });
    assertThat(
            FixedRateFlow.follow(slope, new double[1], 1, 0.3, StageRun.whole(share -> {}))
                .theta()[0])
        .isCloseTo(1, within(1e-12));
    assertThat(
            ChebyshevFlow.follow(slope, new double[1], 1, 1e-3, StageRun.whole(share -> {}))
                .theta()[0])
        .isCloseTo(1, within(1e-12));
  }

  /** The observed order of one step on y' = −y² by halving it. */
  private static double orderOf(int stages) {
    double coarse = Math.abs(step(stages, 0.02, 2) - 1 / 1.02);
    double fine = Math.abs(step(stages, 0.01, 2) - 1 / 1.01);
    // The error of one step is of one order more.
    return Math.log(coarse / fine) / Math.log(2) - 1;
  }

  /** One step from y = 1 on y' = −y^power with the stages' recurrence. */
  private static double step(int stages, double h, int power) {
    ChebyshevStages c = new ChebyshevStages(stages);
    double f0 = -1;
    double before = 1;
    double current = 1 + c.muTilde[1] * h * f0;
    for (int j = 2; j <= stages; j++) {
      double f = -Math.pow(current, power);
      double next =
          (1 - c.mu[j] - c.nu[j])
              + c.mu[j] * current
              + c.nu[j] * before
              + c.muTilde[j] * h * f
              + c.gammaTilde[j] * h * f0;
      before = current;
      current = next;
    }
    return current;
  }

  private static double error(double[] a, double[] b) {
    return Vectors.norm(Vectors.difference(a, b));
  }
}
