package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.stage.StageRun;

/** A minimum is that of the basin in which its descent starts, and says so. */
class BasinTest {

  private static final int MOST = 4_000;

  /** x⁴/4 − x²/2 + x/10: minima near −1.05 and 0.95, a maximum near 0.10 between them. */
  private static final Objective TWO_WELLS =
      GivenObjective.of(
          1,
          (x, gradient) -> {
            gradient[0] = x[0] * x[0] * x[0] - x[0] + 0.1;
            return value(x[0]);
          });

  /** −cos x: minima at the multiples of 2π. */
  private static final Objective WAVES =
      GivenObjective.of(
          1,
          (x, gradient) -> {
            gradient[0] = Math.sin(x[0]);
            return -Math.cos(x[0]);
          });

  /**
   * 10 (r − 1)² + x/10: a round valley, which falls on both sides from (1, 0) to the minimum near
   * (−1, 0); the hill at 0 lies on the straight path between.
   */
  private static final Objective ROUND_VALLEY =
      GivenObjective.of(
          2,
          (theta, gradient) -> {
            double r = Vectors.norm(theta);
            for (int i = 0; i < 2; i++) {
              gradient[i] = 20 * (r - 1) * theta[i] / r;
            }
            gradient[0] += 0.1;
            return 10 * (r - 1) * (r - 1) + theta[0] / 10;
          });

  private static double value(double x) {
    return x * x * x * x / 4 - x * x / 2 + x / 10;
  }

  @Test
  void aBarrierIsTheRiseAboveTheLowestPointBefore() {
    double left = -1.0466805318;
    double top = 0.1010312579;
    double right = 0.9456492739;
    assertThat(Barrier.between(TWO_WELLS, new double[] {left}, new double[] {right}))
        .isCloseTo(value(top) - value(left), withinPercentage(0.01));
    assertThat(Barrier.between(TWO_WELLS, new double[] {right}, new double[] {left}))
        .isCloseTo(value(top) - value(right), withinPercentage(0.01));
    assertThat(Barrier.between(TWO_WELLS, new double[] {top - 1e-3}, new double[] {left})).isZero();
    // Down, and up on the other side of the minimum.
    assertThat(Barrier.between(TWO_WELLS, new double[] {top}, new double[] {-1.4}))
        .isCloseTo(value(-1.4) - value(left), within(0.01));
  }

  /** Wherever a dip and a top lie between the points looked at first, smooth or kinked. */
  @Test
  void aBarrierIsRightToAThousandth() {
    for (double shift = 0; shift < 0.05; shift += 0.0037) {
      for (int shape = 0; shape < 2; shape++) {
        double low = 0.3 + shift;
        double high = 0.6 + 1.7 * shift;
        boolean kinked = shape == 1;
        Objective path =
            GivenObjective.of(
                1,
                (theta, gradient) ->
                    kinked
                        ? 0.2 + 3 * Math.abs(theta[0] - low) - 5 * Math.max(0, theta[0] - high)
                        : 0.2 - Math.cos(Math.PI * (theta[0] - low) / (high - low)));
        double exact = kinked ? 3 * (high - low) : 2;
        assertThat(Barrier.between(path, new double[] {0}, new double[] {kinked ? 1 : high + 0.1}))
            .as("shift %s, kinked %s", shift, kinked)
            .isCloseTo(exact, withinPercentage(0.1));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Refine.Loss.class)
  void aDescentStaysInItsWell(Refine.Loss which) {
    for (double start : new double[] {-1.5, -0.4, 0.0, 0.09, 0.11, 0.2, 0.6, 1.5}) {
      Refine.Refined found =
          Refine.refine(
              new RefinementSpec.Minimum(1e-8, 1_000),
              which,
              TWO_WELLS,
              new double[] {start},
              StageRun.whole(share -> {}));
      assertThat(found.theta()[0])
          .as("from %s", start)
          .isCloseTo(start < 0.1 ? -1.0466805318 : 0.9456492739, within(1e-6));
      assertThat(found.point().barrier()).isZero();
    }
  }

  @Test
  void aDescentDoesNotLeapOverHills() {
    // Past the inflection a secant's curvature is near 0, and its step longer than the wells.
    for (double start = 0.05; start < 3.1; start += 0.01) {
      Descent found =
          LimitedMemoryBfgs.descend(
              WAVES, new double[] {start}, 1e-8, 1_000, StageRun.whole(share -> {}));
      assertThat(found.theta()[0]).as("from %s", start).isCloseTo(0, within(1e-7));
    }
  }

  @Test
  void aValleyThatBendsIsFollowedUntilTheLossOnlyFalls() {
    double[] start = {1, 0.05};
    Refine.Refined found =
        Refine.refine(
            new RefinementSpec.Minimum(1e-8, 10_000),
            Refine.Loss.TRAIN,
            ROUND_VALLEY,
            start,
            StageRun.whole(share -> {}));
    assertThat(found.point().name()).isEqualTo("minimum");
    assertThat(found.theta()[0]).isCloseTo(-1.005, within(1e-9));
    assertThat(found.theta()[1]).isCloseTo(0, within(1e-6));
    assertThat(found.point().barrier()).isGreaterThan(5);
    assertThat(found.point().flowTime()).isPositive();
    double[] gradient = new double[2];
    ROUND_VALLEY.valueAndGradient(found.theta(), gradient);
    assertThat(found.gradient()).isEqualTo(gradient);
    // The flow's own point, by small steps: from there the loss only falls.
    double[] left =
        FixedRateFlow.follow(
                ROUND_VALLEY, start, found.point().flowTime(), 1e-3, StageRun.whole(share -> {}))
            .theta();
    assertThat(Barrier.between(ROUND_VALLEY, left, found.theta())).isZero();
  }

  @Test
  void gradientsThatDoNotLastLeaveTheBasinUncertain() {
    Refine.Refined found =
        Refine.refine(
            new RefinementSpec.Minimum(1e-8, 40),
            Refine.Loss.TRAIN,
            ROUND_VALLEY,
            new double[] {1, 0.05},
            StageRun.whole(share -> {}));
    assertThat(found.point().flowTime()).isZero();
    assertThat(found.point().barrier()).isGreaterThan(4);
    assertThat(found.point().gradients()).isBetween(20L, 60L);
  }

  @Test
  void aDescentGoesOnFromEachOfItsStatesWithTheSameBits() {
    double[] start = {1, 0.05};
    List<DescentState> states = new ArrayList<>();
    DescentInBasin.Answer whole = descend(start, Optional.empty(), states);
    assertThat(states).hasSizeGreaterThan(50);
    for (DescentState state : states) {
      DescentInBasin.Answer resumed = descend(start, Optional.of(state), new ArrayList<>());
      assertThat(resumed.end().theta()).isEqualTo(whole.end().theta());
      assertThat(resumed.end().gradients()).isEqualTo(whole.end().gradients());
      assertThat(resumed.flowTime()).isEqualTo(whole.flowTime());
    }
  }

  private static DescentInBasin.Answer descend(
      double[] start, Optional<DescentState> from, List<DescentState> states) {
    double[] last = {0};
    return DescentInBasin.descend(
        ROUND_VALLEY,
        start,
        1e-8,
        10_000,
        new StageRun<>(
            from,
            share -> {
              assertThat(share).isBetween(from.isPresent() ? 0 : last[0], 1.0);
              last[0] = share;
            },
            // A state shares the descent's arrays, so it is written down at once.
            offered -> states.add(copy(offered.get()))));
  }

  private static DescentState copy(DescentState state) {
    return switch (state) {
      case DescentState.InBasin basin ->
          new DescentState.InBasin(
              basin.stage(),
              basin.from().clone(),
              basin.flowTime(),
              basin.stretch(),
              basin.spent(),
              basin.budget(),
              basin.first(),
              copy(basin.within()));
      case DescentState.Bfgs bfgs ->
          new DescentState.Bfgs(
              bfgs.theta().clone(),
              bfgs.gradient().clone(),
              bfgs.value(),
              bfgs.startNorm(),
              bfgs.reached(),
              bfgs.pairs(),
              bfgs.gradients());
      case DescentState.Chebyshev flow ->
          new DescentState.Chebyshev(
              flow.theta().clone(),
              flow.slope().clone(),
              flow.value(),
              flow.t(),
              flow.step(),
              flow.spectralRadius(),
              flow.direction().clone(),
              flow.sinceRefresh(),
              flow.gradients(),
              flow.passed(),
              flow.landed(),
              flow.within()
                  .map(
                      at ->
                          new DescentState.Stage(
                              at.number(), at.before().clone(), at.current().clone())));
      case DescentState.FixedRate _, DescentState.Extrapolated _, DescentState.AtFixedRate _ ->
          throw new AssertionError("no descent to a minimum is in " + state);
    };
  }

  @ParameterizedTest
  @EnumSource(
      value = Activation.class,
      names = {"TANH", "GELU"})
  void smoothNetworksReachTheirMinimaFromTheEndOfSgd(Activation activation) {
    NetworkSpec spec = new NetworkSpec.Mlp(List.of(16), activation, 1);
    Dataset digits =
        new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 600, 300));
    try (Network network = new Network(spec, DatasetName.DIGITS, Precision.SINGLE);
        Network precise = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE)) {
      RandomStreams streams = RandomStreams.of(0);
      double[] end =
          StochasticGradientDescent.run(
              network,
              digits.train(),
              new StochasticGradientDescent.Plan(30, 4_000, new StepSize(0.1, 1e-3)),
              network.initialise(streams),
              streams,
              StageRun.whole(share -> {}));
      for (Refine.Loss which : Refine.Loss.values()) {
        var samples = which == Refine.Loss.TRAIN ? digits.train() : digits.test();
        Refine.Refined found =
            Refine.refine(
                new RefinementSpec.Minimum(1e-6, MOST),
                which,
                new DatasetLoss(precise, samples, 1e-3),
                end,
                StageRun.whole(share -> {}));
        assertThat(found.point().name()).isEqualTo("minimum");
        assertThat(found.point().gradientNorm()).isLessThanOrEqualTo(1e-6);
        // On the train loss the valley bends, and these gradients do not last to follow it.
        assertThat(found.point().barrier() > 0).isEqualTo(which == Refine.Loss.TRAIN);
        assertThat(found.point().gradients() >= MOST).isEqualTo(which == Refine.Loss.TRAIN);
        assertThat(found.point().flowTime()).isZero();
        assertThat(found.point().barrier())
            .isCloseTo(
                rise(new DatasetLoss(precise, samples, 1e-3), end, found), withinPercentage(0.1));
      }
    }
  }

  /** Point by point. */
  private static double rise(DatasetLoss loss, double[] start, Refine.Refined end) {
    double lowest = loss.evaluate(start).loss();
    double rise = 0;
    for (int i = 1; i <= 200; i++) {
      double[] towards = Vectors.difference(end.theta(), start);
      double value = loss.evaluate(Vectors.sum(start, i / 200.0, towards)).loss();
      lowest = Math.min(lowest, value);
      rise = Math.max(rise, value - lowest);
    }
    return rise;
  }
}
