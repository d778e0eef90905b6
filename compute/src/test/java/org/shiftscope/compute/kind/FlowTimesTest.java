package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.TrialMemory;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftAtTime;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.EarlierTimes;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialWatch;

/** A sweep measures at several flow times of one flow what it would measure at the end of each. */
class FlowTimesTest {

  private static final EarlierTimes EARLIER = new EarlierTimes(List.of(0.1, 0.4));

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  private static TemperatureSweep sweep(double train, double test, EarlierTimes... earlier) {
    return new TemperatureSweep(
        "Flow times",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 200, 100),
            new NetworkSpec.Mlp(List.of(8), Activation.TANH, 1),
            new Temperatures.Listed(List.of(5e-3)),
            new Seeds(List.of(3L)),
            new SgdSpec.AtTemperature(20, 40, 1_000, 1e-4)),
        new RefinementSpec.Flow(
            train, test, new Integrator.Adaptive(1e-7), List.of(earlier).stream().findFirst()),
        new LineSpec(-1, 2, 51));
  }

  private ShiftMeasurement measured(TemperatureSweep sweep) {
    return (ShiftMeasurement) run.run(sweep, 0, TrialWatch.none());
  }

  @Test
  void atEachTimeItFindsWhatAFlowThatEndsThereFinds() {
    List<ShiftAtTime> found = measured(sweep(5, 2.5, EARLIER)).atEachTime();
    assertThat(found).hasSize(3);
    double[] shares = {0.1, 0.4, 1};
    for (int i = 0; i < 3; i++) {
      ShiftAtTime alone = measured(sweep(5 * shares[i], 2.5 * shares[i])).last();
      ShiftAtTime passed = found.get(i);
      assertThat(passed.trainPoint().flowTime()).isCloseTo(5 * shares[i], within(1e-12));
      assertThat(passed.testPoint().flowTime()).isCloseTo(2.5 * shares[i], within(1e-12));
      alike(passed.shiftNorm(), alone.shiftNorm());
      alike(passed.testFit().curvature(), alone.testFit().curvature());
      alike(passed.testFit().exactKappa(), alone.testFit().exactKappa());
      alike(passed.testFit().slope(), alone.testFit().slope());
      alike(passed.testFit().flowSlope(), alone.testFit().flowSlope());
      alike(passed.trainFit().curvature(), alone.trainFit().curvature());
      alike(passed.excess(), alone.excess());
      alike(passed.trainPoint().gradientNorm(), alone.trainPoint().gradientNorm());
      alike(passed.testPoint().gradientNorm(), alone.testPoint().gradientNorm());
      assertThat(passed.testPoint().barrier()).isCloseTo(alone.testPoint().barrier(), within(1e-6));
      assertThat(passed.trainPoint().gradients())
          .isLessThanOrEqualTo(found.getLast().trainPoint().gradients());
    }
    assertThat(found.get(0).shiftNorm()).isLessThan(0.7 * found.get(2).shiftNorm());
  }

  private static void alike(double passed, double alone) {
    assertThat(passed).isCloseTo(alone, within(5e-3 * Math.abs(alone)));
  }

  @Test
  void onlyTheLastIsJudged() {
    ShiftMeasurement found = measured(sweep(5, 2.5, EARLIER));
    assertThat(found.trainPoint().certificate()).isPresent();
    assertThat(found.earlier())
        .allSatisfy(at -> assertThat(at.trainPoint().certificate()).isEqualTo(Optional.empty()));
  }

  /** Two lines and two products more, and on the flow's way two barriers and the steps there. */
  @Test
  void theEstimateKnowsTheLinesAndTheProductsAndTheMemory() {
    var plain = Kind.of(sweep(5, 2.5));
    var more = Kind.of(sweep(5, 2.5, EARLIER));
    double line = gradients(plain, "line");
    double product = gradients(plain, "curvature");
    assertThat(besideFlows(more) - besideFlows(plain))
        .isCloseTo(2 * (line + product), within(1e-6));
    assertThat(line).isPositive();
    assertThat(gradients(more, "train point")).isGreaterThan(gradients(plain, "train point"));
    assertThat(gradients(more, "test point")).isGreaterThan(gradients(plain, "test point"));
    assertThat(bytes(more.memory())).isGreaterThan(bytes(plain.memory()));
  }

  private static double besideFlows(Kind kind) {
    return gradients(kind, "") - gradients(kind, "train point") - gradients(kind, "test point");
  }

  private static double gradients(Kind kind, String stage) {
    return kind.costs(0).stream()
        .filter(cost -> stage.isEmpty() || cost.stage().equals(stage))
        .mapToDouble(cost -> cost.gradients())
        .sum();
  }

  private static long bytes(TrialMemory memory) {
    return memory.of(1).heap();
  }
}
