package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/** The gradient that a flow follows at its end, against closed forms. */
class EndGradientTest {

  private static final double[] EIGENVALUES = {-0.3, 0.1, 1, 2, 5, 20};

  /** ½ Σ λ_i θ_i². */
  private static final Objective SMOOTH =
      GivenObjective.of(
          EIGENVALUES.length,
          (theta, gradient) -> {
            Arrays.setAll(gradient, i -> EIGENVALUES[i] * theta[i]);
            return Vectors.dot(gradient, theta) / 2;
          });

  /** 5 |x − y/2| + ½ (x − 3)² + ½ (y − 1)²: its flow comes to the line x = y/2 and slides along. */
  private static final Objective KINKED =
      GivenObjective.of(
          2,
          (theta, gradient) -> {
            double x = theta[0];
            double y = theta[1];
            double side = Math.signum(x - y / 2);
            gradient[0] = 5 * side + x - 3;
            gradient[1] = -2.5 * side + y - 1;
            return 5 * Math.abs(x - y / 2) + ((x - 3) * (x - 3) + (y - 1) * (y - 1)) / 2;
          });

  /** An integrator, as a test calls it. */
  interface Integrator {
    Descent follow(Objective loss, double[] start, double tolerance);
  }

  static Stream<Integrator> integrators() {
    return Stream.of(
        (loss, start, tolerance) ->
            FixedRateFlow.follow(loss, start, 1, 1e-5, StageRun.whole(share -> {})),
        (loss, start, tolerance) ->
            ChebyshevFlow.follow(loss, start, 1, tolerance, StageRun.whole(share -> {})),
        (loss, start, tolerance) ->
            ExtrapolatedFlow.follow(loss, start, 1, tolerance, StageRun.whole(share -> {})));
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void onASmoothLossItIsTheGradientThere(Integrator integrator) {
    double[] start = new double[EIGENVALUES.length];
    Arrays.fill(start, 1);
    double[] found = integrator.follow(SMOOTH, start, 1e-7).flowGradient();
    for (int i = 0; i < found.length; i++) {
      double rate = EIGENVALUES[i];
      double exact = rate * Math.exp(-rate);
      // The first terms of what they leave, as their Javadoc has it; the next are of the order of
      // 0.1 λτ of them.
      double left =
          (0.02 * 0.1 / 6 * rate * rate + 0.012 * Math.pow(0.2 * Math.abs(rate), 3))
              * Math.abs(exact);
      assertThat(found[i])
          .as("eigenvalue %s", rate)
          .isCloseTo(exact, within(left * Math.exp(0.2 * Math.abs(rate)) + 3e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void alongAKinkItIsTheOneThatTheFlowFollows(Integrator integrator) {
    Descent end = integrator.follow(KINKED, new double[2], 1e-5);
    // On the line at (c, 2c): c' = 1 − c, from c = 0.
    double c = 1 - Math.exp(-1);
    assertThat(end.theta()[0]).isCloseTo(c, within(1e-4));
    assertThat(end.theta()[1]).isCloseTo(2 * c, within(1e-4));
    assertThat(end.flowGradient()[0]).isCloseTo(-Math.exp(-1), within(2e-3));
    assertThat(end.flowGradient()[1]).isCloseTo(-2 * Math.exp(-1), within(2e-3));
    // ∇L itself is that of one side, far from it.
    double[] oneSide = new double[2];
    KINKED.valueAndGradient(end.theta(), oneSide);
    assertThat(end.gradient()).isEqualTo(oneSide);
    assertThat(end.gradientNorm()).isEqualTo(Vectors.norm(oneSide));
    assertThat(Vectors.norm(Vectors.difference(oneSide, end.flowGradient()))).isGreaterThan(2);
  }

  @Test
  void aFlowOfFewStepsHasTheGradientAtItsEnd() {
    double[] start = new double[EIGENVALUES.length];
    Arrays.fill(start, 1);
    Descent end = FixedRateFlow.follow(SMOOTH, start, 0.05, 0.01, StageRun.whole(share -> {}));
    double[] there = new double[start.length];
    SMOOTH.valueAndGradient(end.theta(), there);
    assertThat(end.flowGradient()).isEqualTo(there);
  }
}
