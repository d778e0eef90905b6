package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/** A trial that was stopped and goes on ends with the very bits of one that was not. */
class ResumeTest {

  private static final NetworkSpec MLP = new NetworkSpec.Mlp(List.of(8), Activation.TANH, 1);
  private static final NetworkSpec CNN =
      new NetworkSpec.Cnn(List.of(2), 3, List.of(), Activation.RELU, 1);
  private static final NetworkSpec NORMED =
      new NetworkSpec.Vgg9(true, Activation.RELU, 0.03, Initialisation.HE);
  private static final RefinementSpec FIXED =
      new RefinementSpec.Flow(0.3, 0.2, new Integrator.FixedRate(1e-2));
  private static final RefinementSpec SHORT =
      new RefinementSpec.Flow(0.05, 0.05, new Integrator.FixedRate(1e-2));
  private static final RefinementSpec ADAPTIVE =
      new RefinementSpec.Flow(2, 2, new Integrator.Adaptive(1e-4));
  private static final RefinementSpec EXTRAPOLATED =
      new RefinementSpec.Flow(0.5, 0.5, new Integrator.Extrapolated(1e-5));
  private static final Optional<EarlierTimes> EARLIER =
      Optional.of(new EarlierTimes(List.of(0.1, 0.4)));
  private static final RefinementSpec MINIMUM = new RefinementSpec.Minimum(1e-4, 60);

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  static List<TemperatureSweep> sweeps() {
    return List.of(
        sweep(MLP, FIXED),
        sweep(MLP, ADAPTIVE),
        sweep(MLP, EXTRAPOLATED),
        sweep(MLP, MINIMUM),
        sweep(MLP, new RefinementSpec.Flow(0.3, 0.2, new Integrator.FixedRate(1e-2), EARLIER)),
        sweep(MLP, new RefinementSpec.Flow(2, 2, new Integrator.Adaptive(1e-4), EARLIER)),
        sweep(MLP, new RefinementSpec.Flow(0.5, 0.5, new Integrator.Extrapolated(1e-5), EARLIER)),
        sweep(CNN, FIXED),
        sweep(CNN, ADAPTIVE),
        sweep(CNN, EXTRAPOLATED),
        sweep(CNN, MINIMUM),
        sweep(NORMED, SHORT));
  }

  @Test
  void stoppedBetweenTheSpectrasStepsItEndsWithTheSameBits() {
    TemperatureSweep plain = sweep(MLP, ADAPTIVE);
    var sweep =
        new TemperatureSweep(
            plain.title(),
            plain.training(),
            plain.refinement(),
            plain.line(),
            Optional.of(new CurvatureSpec(2, 6)));
    var whole = new KeptCheckpoints();
    TrialResult expected = run.run(sweep, 1, whole);
    assertThat(((ShiftMeasurement) expected).spectra()).isPresent();
    int first = whole.offered().indexOf("spectrum");
    int last = whole.offered().lastIndexOf("spectrum");
    // Each product, and each sample whose gradient is taken alone.
    assertThat(last - first).isGreaterThan(2 * 40 + 305 + 100);
    for (int offer = first - 1; offer <= last; offer += offer < first + 30 ? 5 : 97) {
      var stopped = new KeptCheckpoints();
      stopped.cancelAt(offer);
      assertThatThrownBy(() -> run.run(sweep, 1, stopped)).isInstanceOf(TrialCancelled.class);
      double reached = stopped.told().getLast();
      stopped.cancelAt(Integer.MAX_VALUE);
      assertThat(run.run(sweep, 1, stopped)).isEqualTo(expected);
      assertThat(stopped.told().getFirst()).isCloseTo(reached, within(1e-12));
      assertThat(stopped.told()).isSorted();
      assertThat(stopped.offered()).hasSize(whole.offered().size() - offer - 1);
    }
    ShiftMeasurement without = (ShiftMeasurement) run.run(plain, 1, TrialWatch.none());
    ShiftMeasurement with = (ShiftMeasurement) expected;
    assertThat(with.line()).describedAs("it changes nothing else").isEqualTo(without.line());
    assertThat(with.testFit()).isEqualTo(without.testFit());
  }

  @ParameterizedTest
  @MethodSource("sweeps")
  void stoppedInEachStageItEndsWithTheSameBits(TemperatureSweep sweep) {
    var whole = new KeptCheckpoints();
    TrialResult expected = run.run(sweep, 1, whole);
    List<String> offered = whole.offered();
    assertThat(offered).contains("SGD", "train point", "test point", "line");

    int beforeCurvatures = // as far as the last offer before the first stage that offers twice
        (int) offered.stream().takeWhile(stage -> !stage.startsWith("curvature")).count() - 1;

    List<IntUnaryOperator> choices =
        List.of(
            count -> 0,
            count -> Math.min(1, count - 1),
            count -> (count - 1) / 2,
            count -> Math.max(count - 2, 0),
            count -> count - 1);
    for (IntUnaryOperator choice : choices) {
      var watch = new KeptCheckpoints();
      StoppedTrial stopped =
          StoppedTrial.of(each -> run.run(sweep, 1, each), watch, offered, choice);
      assertThat(stopped.result())
          .describedAs("stopped as %s", stopped.legs())
          .isEqualTo(expected); // records compare their doubles bit for bit
      assertThat(watch.points()).containsOnlyKeys(sweep.points());
      whole
          .points()
          .forEach((point, theta) -> assertThat(watch.points().get(point)).isEqualTo(theta));
      double reached = 0;
      for (StoppedTrial.Leg leg : stopped.legs()) {
        int ahead = Math.min(leg.to(), offered.size() - 1) - leg.from();
        if (leg.from() <= beforeCurvatures) {
          assertThat(leg.offered()).isEqualTo(ahead);
          assertThat(leg.told().getFirst()).describedAs("progress goes on").isEqualTo(reached);
        } else { // where a later stage goes on, the same boundary may be offered once more
          assertThat(leg.offered()).isBetween(ahead, ahead + 1);
          assertThat(leg.told().getFirst()).isGreaterThan(reached - 1e-12);
        }
        assertThat(leg.told()).isSorted();
        reached = leg.told().getLast();
      }
    }
  }

  @Test
  void everyPointKeepsTheRunningStatisticsThatItsLossesGoBy() {
    var watch = new KeptCheckpoints();
    TemperatureSweep sweep = sweep(NORMED, SHORT);
    run.run(sweep, 0, watch);
    double[] initial = statistics(sweep, watch, NamedPoint.INITIAL);
    double[] end = statistics(sweep, watch, NamedPoint.SGD_END);
    assertThat(initial).containsOnly(0, 1);
    assertThat(end).hasSameSizeAs(initial).doesNotContain(0, 1);
    assertThat(statistics(sweep, watch, NamedPoint.TRAIN_POINT)).isEqualTo(end);
    assertThat(statistics(sweep, watch, NamedPoint.TEST_POINT)).isEqualTo(end);
  }

  private static double[] statistics(
      TemperatureSweep sweep, KeptCheckpoints watch, NamedPoint name) {
    double[] point = Objects.requireNonNull(watch.points().get(name));
    int parameters = Network.parameterCount(sweep.network(), sweep.dataset().name());
    return Arrays.copyOfRange(point, parameters, point.length);
  }

  @Test
  void stoppedAgainAndAgainItEndsWithTheSameBits() {
    TemperatureSweep sweep = sweep(MLP, ADAPTIVE);
    TrialResult expected = run.run(sweep, 0, TrialWatch.none());
    var watch = new KeptCheckpoints();
    int stops = 0;
    while (true) {
      watch.cancelAt(6);
      try {
        assertThat(run.run(sweep, 0, watch)).isEqualTo(expected);
        break;
      } catch (TrialCancelled cancelled) {
        stops++;
      }
    }
    assertThat(stops).isGreaterThan(10);
  }

  @Test
  void aDamagedCheckpointStartsTheTrialFromTheBeginning() {
    TemperatureSweep sweep = sweep(MLP, FIXED);
    TrialResult expected = run.run(sweep, 0, TrialWatch.none());
    for (int damage : List.of(3, 8, 12, 20, 200)) { // stamp, kind, step, length, a number
      var watch = new KeptCheckpoints();
      watch.cancelAt(1);
      assertThatThrownBy(() -> run.run(sweep, 0, watch)).isInstanceOf(TrialCancelled.class);
      watch.damage(damage);
      watch.cancelAt(Integer.MAX_VALUE);
      assertThat(run.run(sweep, 0, watch)).isEqualTo(expected);
      assertThat(watch.told().getFirst()).isZero();
    }
  }

  private static TemperatureSweep sweep(NetworkSpec network, RefinementSpec refinement) {
    return new TemperatureSweep(
        network.name() + " " + refinement,
        new TrainingSpec(
            network.equals(MLP)
                ? new DatasetSpec(DatasetName.DIGITS, 305, 100)
                : new DatasetSpec(DatasetName.DIGITS, 95, 30), // convolutions take longer
            network,
            new Temperatures.Listed(List.of(2e-3)),
            new Seeds(List.of(3L, 9L)),
            new SgdSpec.AtTemperature(30, 12, 1_000, 1e-5)),
        refinement,
        new LineSpec(-1, 2, 51));
  }
}
