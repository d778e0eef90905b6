package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.descent.FollowFlow.Way;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.spec.Kinks;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Roughness;
import org.shiftscope.compute.stage.StageRun;

/** No integrator takes more gradients than the paper's protocol, and all come to its point. */
class FollowFlowTest {

  private static final double TIME = 0.2;
  private static final long PAPERS = 2_000;

  /** |x − 0.3 y| + (x² + 2 y²) / 2: the flow comes to the kink and slides along it. */
  private static Objective kinked(AtomicLong gradients) {
    return GivenObjective.of(
        2,
        (theta, gradient) -> {
          gradients.incrementAndGet();
          double across = theta[0] - 0.3 * theta[1];
          gradient[0] = Math.signum(across) + theta[0];
          gradient[1] = -0.3 * Math.signum(across) + 2 * theta[1];
          return Math.abs(across) + (theta[0] * theta[0] + 2 * theta[1] * theta[1]) / 2;
        });
  }

  private static Objective kinked() {
    return kinked(new AtomicLong());
  }

  private static double[] start() {
    return new double[] {0.1, 0.2};
  }

  static Stream<Integrator> tooExact() {
    return Stream.of(new Integrator.Extrapolated(1e-10), new Integrator.Adaptive(1e-10));
  }

  @ParameterizedTest
  @MethodSource("tooExact")
  void whatDoesNotSettleIsFollowedAtAFixedRateForNoMoreThanThePapersGradients(
      Integrator integrator) {
    var gradients = new AtomicLong();
    Way way =
        FollowFlow.follow(
            integrator,
            kinked(gradients),
            start(),
            FlowTimes.to(TIME),
            StageRun.whole(share -> {}));
    assertThat(way.method()).isEqualTo("fixed-rate");
    assertThat(gradients.get()).isLessThanOrEqualTo(PAPERS).isGreaterThan(PAPERS - 10);
    assertThat(way.end().gradients()).isEqualTo(gradients.get());
    double[] exact =
        FixedRateFlow.follow(kinked(), start(), TIME, 1e-6, StageRun.whole(share -> {})).theta();
    assertThat(way.end().theta()).containsExactly(exact, within(4e-4));
  }

  @ParameterizedTest
  @MethodSource("tooExact")
  void itGoesOnWithTheSameBitsFromWhereverItStopped(Integrator integrator) {
    List<Double> told = new ArrayList<>();
    var offers = new AtomicInteger();
    Way whole =
        follow(
            integrator, new StageRun<>(Optional.empty(), told::add, _ -> offers.incrementAndGet()));
    assertThat(told).isSorted().endsWith(1.0);
    boolean atFixedRate = false;
    for (int stop = 3; stop < offers.get(); stop += offers.get() / 7) {
      DescentState state = stopped(integrator, stop);
      atFixedRate |= state instanceof DescentState.AtFixedRate;
      Way resumed =
          follow(integrator, new StageRun<>(Optional.of(state), share -> {}, offered -> {}));
      assertThat(resumed.end().theta()).isEqualTo(whole.end().theta());
      assertThat(resumed.end().flowGradient()).isEqualTo(whole.end().flowGradient());
      assertThat(resumed.end().gradients()).isEqualTo(whole.end().gradients());
    }
    assertThat(atFixedRate).isTrue();
  }

  /** The state at an offer; nothing goes on after it. */
  private static DescentState stopped(Integrator integrator, int at) {
    var left = new AtomicInteger(at);
    try {
      follow(
          integrator,
          new StageRun<>(
              Optional.empty(),
              share -> {},
              offered -> {
                if (left.getAndDecrement() == 0) {
                  throw new Stopped(offered.get());
                }
              }));
    } catch (Stopped stopped) {
      return stopped.state;
    }
    throw new AssertionError("It ended before it was stopped.");
  }

  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DescentState state;

    Stopped(DescentState state) {
      this.state = state;
    }
  }

  private static Way follow(Integrator integrator, StageRun<DescentState> run) {
    return FollowFlow.follow(integrator, kinked(), start(), FlowTimes.to(TIME), run);
  }

  @Test
  void whatSettlesIsLeftAsItIs() {
    Objective smooth =
        GivenObjective.of(
            2,
            (theta, gradient) -> {
              gradient[0] = theta[0];
              gradient[1] = 40 * theta[1];
              return (theta[0] * theta[0] + 40 * theta[1] * theta[1]) / 2;
            });
    Descent alone = ChebyshevFlow.follow(smooth, start(), 1, 1e-5, StageRun.whole(share -> {}));
    Way way =
        FollowFlow.follow(
            new Integrator.Adaptive(1e-5),
            smooth,
            start(),
            FlowTimes.to(1),
            StageRun.whole(share -> {}));
    assertThat(way.method()).isEqualTo("runge-kutta-chebyshev");
    assertThat(way.end().theta()).isEqualTo(alone.theta());
    assertThat(way.end().flowGradient()).isEqualTo(alone.flowGradient());
  }

  @Test
  void theEstimateExpectsNoMoreThanThePapersGradients() {
    Roughness many = Roughness.ofTestLoss(Kinks.MANY, 300);
    assertThat(new Integrator.Extrapolated(1e-7).expectedGradients(5, List.of(), many))
        .isEqualTo(50_000);
    assertThat(new Integrator.Extrapolated(5e-5).expectedGradients(5, List.of(), many))
        .isLessThan(2_000);
    assertThat(new Integrator.Adaptive(1e-8).expectedGradients(5, List.of(), many))
        .isEqualTo(50_000);
  }
}
