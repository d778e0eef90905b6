package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * The quick start at its two ends, with four seeds, against an independent NumPy program in float64
 * (mean ± standard deviation over four seeds). The programs share the data, the split and the
 * protocol, not a single random number; so means are compared within twice the spread over seeds.
 */
class QuickStartTest {

  private static List<ShiftMeasurement> cold = List.of();
  private static List<ShiftMeasurement> hot = List.of();

  @BeforeAll
  static void run() {
    TemperatureSweep preset = (TemperatureSweep) Presets.all().getFirst().spec();
    TemperatureSweep sweep =
        new TemperatureSweep(
            "reference",
            new TrainingSpec(
                preset.dataset(),
                preset.network(),
                new Temperatures.Listed(List.of(3e-3, 3e-2)),
                new Seeds(List.of(0L, 1L, 2L, 3L)),
                preset.sgd()),
            preset.refinement(),
            preset.line());
    RunTrial run = new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
    List<ShiftMeasurement> all =
        IntStream.range(0, sweep.trialCount())
            .mapToObj(trial -> (ShiftMeasurement) run.run(sweep, trial, TrialWatch.none()))
            .toList();
    cold = IntStream.of(0, 2, 4, 6).mapToObj(all::get).toList();
    hot = IntStream.of(1, 3, 5, 7).mapToObj(all::get).toList();
  }

  @Test
  void testCurvatureAgrees() {
    agrees(cold, trial -> trial.testFit().curvature(), 0.584, 0.021);
    agrees(hot, trial -> trial.testFit().curvature(), 0.490, 0.043);
  }

  @Test
  void trainCurvatureAgrees() {
    agrees(cold, trial -> trial.trainFit().curvature(), 0.108, 0.009);
    agrees(hot, trial -> trial.trainFit().curvature(), 0.060, 0.023);
  }

  @Test
  void shiftCurvatureAgrees() {
    agrees(cold, trial -> trial.testFit().halfKappa(), 0.0226, 0.0013);
    agrees(hot, trial -> trial.testFit().halfKappa(), 0.0178, 0.0030);
  }

  @Test
  void theShiftAgrees() {
    assertThat(mean(cold, ShiftMeasurement::shiftNorm)).isCloseTo(0.278, within(0.014));
    assertThat(mean(hot, ShiftMeasurement::shiftNorm)).isCloseTo(0.268, within(0.027));
  }

  @Test
  void theLossesAgree() {
    // The reference gives no spread for them; 10 % cold, and twice our own spread hot.
    assertThat(mean(cold, trial -> trial.eq3().testLossAtTestPoint()))
        .isCloseTo(0.0341, within(0.0034));
    assertThat(mean(cold, trial -> trial.eq3().testLossAtTrainPoint()))
        .isCloseTo(0.0542, within(0.0054));
    assertThat(mean(cold, trial -> trial.eq3().predictedByFit())).isCloseTo(0.0566, within(0.0057));
    agrees(hot, trial -> trial.eq3().testLossAtTestPoint(), 0.0330, 0);
    agrees(hot, trial -> trial.eq3().testLossAtTrainPoint(), 0.0486, 0);
  }

  @Test
  void theSlopeIsAsLargeAsTheReferenceFound() {
    // 0.0095 of slope and 0.0110 of curvature are given for one run; the slope is a sizeable part
    // of the fit's ½κ.
    for (ShiftMeasurement trial : cold) {
      assertThat(trial.testFit().slope()).isBetween(0.007, 0.014);
      assertThat(trial.eq3().predictedExactly())
          .isCloseTo(trial.eq3().testLossAtTrainPoint(), within(0.005));
    }
  }

  @Test
  void gradientNormsAgree() {
    assertThat(mean(cold, trial -> trial.trainPoint().gradientNorm()))
        .isCloseTo(5.6e-3, within(1.5e-3));
    assertThat(mean(cold, trial -> trial.testPoint().gradientNorm()))
        .isCloseTo(4.1e-2, within(4e-3));
    assertThat(mean(hot, trial -> trial.testPoint().gradientNorm()))
        .isCloseTo(4.0e-2, within(4e-3));
  }

  @Test
  void theAdaptiveFlowIsThePapersFixedRateFlow() {
    TemperatureSweep preset = (TemperatureSweep) Presets.all().getFirst().spec();
    ShiftMeasurement fixed = flow(preset, new RefinementSpec.Integrator.FixedRate(2e-3));
    ShiftMeasurement adaptive = flow(preset, new RefinementSpec.Integrator.Adaptive(5e-6));
    assertThat(adaptive.testFit().kappa())
        .isCloseTo(fixed.testFit().kappa(), within(1e-3 * fixed.testFit().kappa()));
    // The fixed rate's own error is some 5e-4 here.
    assertThat(adaptive.testFit().flowSlope())
        .isCloseTo(fixed.testFit().flowSlope(), within(2e-3 * fixed.testFit().flowSlope()));
    // The paper's rate of 1e-4 takes 50,000.
    assertThat(adaptive.testPoint().gradients()).isLessThan(1_000);
    assertThat(adaptive.trainPoint().gradients()).isLessThan(1_000);
  }

  private static ShiftMeasurement flow(
      TemperatureSweep preset, RefinementSpec.Integrator integrator) {
    TemperatureSweep sweep =
        new TemperatureSweep(
            "flow",
            new TrainingSpec(
                preset.dataset(),
                preset.network(),
                new Temperatures.Listed(List.of(3e-2)),
                new Seeds(List.of(0L)),
                preset.sgd()),
            new RefinementSpec.Flow(5, 5, integrator),
            preset.line());
    RunTrial run = new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
    return (ShiftMeasurement) run.run(sweep, 0, TrialWatch.none());
  }

  @Test
  void thePapersTrendsShow() {
    assertThat(mean(hot, trial -> trial.testFit().curvature()))
        .isLessThan(mean(cold, trial -> trial.testFit().curvature()));
    assertThat(mean(hot, trial -> trial.testFit().halfKappa()))
        .isLessThan(mean(cold, trial -> trial.testFit().halfKappa()));
  }

  private static void agrees(
      List<ShiftMeasurement> trials,
      ToDoubleFunction<ShiftMeasurement> quantity,
      double reference,
      double spread) {
    StreamingStatistics ours = new StreamingStatistics();
    trials.forEach(trial -> ours.addValue(quantity.applyAsDouble(trial)));
    assertThat(ours.getMean())
        .as("ours is %s ± %s", ours.getMean(), ours.getStandardDeviation())
        .isCloseTo(reference, within(2 * Math.max(spread, ours.getStandardDeviation())));
  }

  private static double mean(
      List<ShiftMeasurement> trials, ToDoubleFunction<ShiftMeasurement> quantity) {
    return trials.stream().mapToDouble(quantity).average().orElseThrow();
  }
}
