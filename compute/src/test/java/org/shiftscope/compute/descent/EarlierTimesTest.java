package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.descent.FollowFlow.Way;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.stage.StageRun;

/**
 * A flow is looked at on its way, against what is known in closed form and against shorter flows.
 */
class EarlierTimesTest {

  private static final double[] EIGENVALUES = {0.1, 0.5, 2, 9, 40};
  private static final FlowTimes TIMES = FlowTimes.to(2, List.of(0.05, 0.3, 0.31));
  private static final double[] TRAIN_MINIMUM = {0, 0, 0, 0, 0};
  private static final double[] TEST_MINIMUM = {0.3, -0.2, 0.1, 0.4, -0.1};

  /** ½ Σ λ_i (θ_i − m_i)². */
  private static Objective quadratic(double[] minimum) {
    return GivenObjective.of(
        minimum.length,
        (theta, gradient) -> {
          double value = 0;
          for (int i = 0; i < theta.length; i++) {
            gradient[i] = EIGENVALUES[i] * (theta[i] - minimum[i]);
            value += gradient[i] * (theta[i] - minimum[i]) / 2;
          }
          return value;
        });
  }

  private static double[] start() {
    return new double[] {1, 1, -1, 0.5, 0.7};
  }

  /** The flow from the start: m + (θ_0 − m) e^(−λt). */
  private static double[] exact(double[] minimum, double time) {
    double[] theta = start();
    Arrays.setAll(
        theta, i -> minimum[i] + (start()[i] - minimum[i]) * Math.exp(-EIGENVALUES[i] * time));
    return theta;
  }

  static Stream<Integrator> integrators() {
    return Stream.of(
        new Integrator.FixedRate(1e-5),
        new Integrator.Adaptive(1e-6),
        new Integrator.Extrapolated(1e-5));
  }

  private static List<Descent> flow(Integrator integrator, double[] minimum, FlowTimes times) {
    return FollowFlow.follow(
            integrator, quadratic(minimum), start(), times, StageRun.whole(share -> {}))
        .points();
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void atEveryTimeItIsWhereTheFlowIsKnownToBe(Integrator integrator) {
    List<Descent> points = flow(integrator, TEST_MINIMUM, TIMES);
    assertThat(points).hasSize(4);
    for (int i = 0; i < 4; i++) {
      Descent point = points.get(i);
      double[] exact = exact(TEST_MINIMUM, TIMES.at(i));
      assertThat(point.theta()).as("τ = %s", TIMES.at(i)).containsExactly(exact, within(3e-5));
      double[] gradient = new double[exact.length];
      assertThat(quadratic(TEST_MINIMUM).valueAndGradient(point.theta(), gradient))
          .isEqualTo(point.value());
      assertThat(point.gradient()).isEqualTo(gradient);
      double missed = Vectors.norm(Vectors.difference(point.flowGradient(), gradient));
      assertThat(missed).isLessThan(0.15 * Vectors.norm(gradient));
    }
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void theShiftAndTheCurvatureAlongItAreThoseOfEachTime(Integrator integrator) {
    List<Descent> train = flow(integrator, TRAIN_MINIMUM, TIMES);
    List<Descent> test = flow(integrator, TEST_MINIMUM, TIMES);
    double before = 0;
    for (int i = 0; i < TIMES.count(); i++) {
      double found = curvature(train.get(i).theta(), test.get(i).theta());
      double exact = curvature(exact(TRAIN_MINIMUM, TIMES.at(i)), exact(TEST_MINIMUM, TIMES.at(i)));
      assertThat(found).as("τ = %s", TIMES.at(i)).isCloseTo(exact, within(1e-3 * exact));
      assertThat(found).isGreaterThan(before);
      before = found;
    }
  }

  /** sᵀHs. */
  private static double curvature(double[] train, double[] test) {
    double sum = 0;
    for (int i = 0; i < train.length; i++) {
      double s = train[i] - test[i];
      sum += EIGENVALUES[i] * s * s;
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("integrators")
  void lookingOnTheWayDoesNotMoveTheEnd(Integrator integrator) {
    Descent plain = flow(integrator, TEST_MINIMUM, FlowTimes.to(2)).getLast();
    Descent passed = flow(integrator, TEST_MINIMUM, TIMES).getLast();
    assertThat(passed.theta()).containsExactly(plain.theta(), within(2e-5));
    assertThat(passed.flowGradient()).containsExactly(plain.flowGradient(), within(1e-3));
    // The steps to three times more, and a round more at most.
    assertThat(passed.gradients()).isLessThan(3 * plain.gradients());
  }

  @Test
  void aFixedRateThatDividesTheTimesTakesTheSameSteps() {
    var rate = new Integrator.FixedRate(1.0 / 1_024);
    FlowTimes times = FlowTimes.to(2, List.of(0.25, 0.5));
    assertThat(flow(rate, TEST_MINIMUM, times).getLast().theta())
        .isEqualTo(flow(rate, TEST_MINIMUM, FlowTimes.to(2)).getLast().theta());
    assertThat(flow(rate, TEST_MINIMUM, times).getFirst().theta())
        .isEqualTo(flow(rate, TEST_MINIMUM, FlowTimes.to(0.5)).getLast().theta());
  }

  /** |x − 0.3 y| + (x² + 2 y²) / 2, for which no tolerance of 1e-10 is reached in time. */
  private static Objective kinked() {
    return GivenObjective.of(
        2,
        (theta, gradient) -> {
          double across = theta[0] - 0.3 * theta[1];
          gradient[0] = Math.signum(across) + theta[0];
          gradient[1] = -0.3 * Math.signum(across) + 2 * theta[1];
          return Math.abs(across) + (theta[0] * theta[0] + 2 * theta[1] * theta[1]) / 2;
        });
  }

  static Stream<Integrator> stopped() {
    return Stream.of(
        new Integrator.FixedRate(1e-3),
        new Integrator.Adaptive(1e-4),
        new Integrator.Adaptive(1e-10),
        new Integrator.Extrapolated(1e-3),
        new Integrator.Extrapolated(1e-10));
  }

  @ParameterizedTest
  @MethodSource("stopped")
  void itGoesOnWithTheSameBitsFromWhereverItStopped(Integrator integrator) {
    var offers = new AtomicInteger();
    List<Double> told = new ArrayList<>();
    Way whole =
        onKinks(
            integrator, new StageRun<>(Optional.empty(), told::add, _ -> offers.incrementAndGet()));
    assertThat(told).isSorted();
    for (int stop = 0; stop < offers.get(); stop += 1 + offers.get() / 23) {
      DescentState state = stoppedAt(integrator, stop);
      Way resumed = onKinks(integrator, new StageRun<>(Optional.of(state), share -> {}, _ -> {}));
      assertThat(resumed.method()).isEqualTo(whole.method());
      assertThat(resumed.points())
          .usingRecursiveComparison()
          .as("stopped at %s of %s", stop, offers)
          .isEqualTo(whole.points());
    }
  }

  private static Way onKinks(Integrator integrator, StageRun<DescentState> run) {
    FlowTimes times = FlowTimes.to(0.2, List.of(0.3, 0.7));
    return FollowFlow.follow(integrator, kinked(), new double[] {0.1, 0.2}, times, run);
  }

  private static DescentState stoppedAt(Integrator integrator, int at) {
    var left = new AtomicInteger(at);
    var found = new ArrayList<DescentState>();
    try {
      onKinks(
          integrator,
          new StageRun<>(
              Optional.empty(),
              share -> {},
              offered -> {
                if (left.getAndDecrement() == 0) {
                  found.add(offered.get());
                  throw new IllegalStateException("stopped");
                }
              }));
    } catch (IllegalStateException stopped) {
      return found.getFirst();
    }
    throw new AssertionError("It ended before it was stopped.");
  }

  private static final int FORKS = 50;
  private static final double SMALL = 0.01;

  /**
   * −y + SMALL (1 − 2y) Σ|x_i|: y goes with the time; each x_i falls into its kink and is driven
   * out of it from t = ½ on, to the side on which its last step left it. At t = 1 all |x_i| are
   * SMALL / 4, but for what they do to y.
   */
  private static Objective forks() {
    return GivenObjective.of(
        FORKS + 1,
        (theta, gradient) -> {
          double y = theta[FORKS];
          double sum = 0;
          for (int i = 0; i < FORKS; i++) {
            gradient[i] = SMALL * (1 - 2 * y) * Math.signum(theta[i]);
            sum += Math.abs(theta[i]);
          }
          gradient[FORKS] = -1 - 2 * SMALL * sum;
          return -y + SMALL * (1 - 2 * y) * sum;
        });
  }

  private static double[] beforeForks() {
    double[] start = new double[FORKS + 1];
    for (int i = 0; i < FORKS; i++) {
      start[i] = SMALL * (0.05 + 0.1 * ((i * 0.618_034) % 1));
    }
    return start;
  }

  /** Extrapolation of ends on two sides is on none: 0.75 SMALL and the like. */
  @Test
  void whereSmallerStepsDoNotHelpItStopsAtItsFinestRun() {
    var way =
        FollowFlow.follow(
            new Integrator.Extrapolated(1e-4),
            forks(),
            beforeForks(),
            FlowTimes.to(1),
            StageRun.whole(share -> {}));
    assertThat(way.method()).isEqualTo("euler");
    assertThat(way.end().gradients()).isLessThan(3_000); // of the paper's 10,000
    for (int i = 0; i < FORKS; i++) {
      assertThat(Math.abs(way.end().theta()[i])).isCloseTo(SMALL / 4, within(0.03 * SMALL));
    }
    double[] gradient = new double[FORKS + 1];
    assertThat(forks().valueAndGradient(way.end().theta(), gradient)).isEqualTo(way.end().value());
  }
}
