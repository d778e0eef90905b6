package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.result.SteadyStateTheory;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/** Trials of a steady state as the worker runs them. */
class SteadyStateTrialTest {

  private static final PlantedModel WELLS = new PlantedModel.TwoWells(100, 0.1, 3, 1);
  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  @Test
  void stoppedBetweenWindowsItEndsWithTheSameBits() {
    SteadyState spec = spec(WELLS, 0.005, 400);
    TrialResult expected = run.run(spec, 1, TrialWatch.none());
    for (int offer : new int[] {0, 7, 38}) {
      var stopped = new KeptCheckpoints();
      stopped.cancelAt(offer);
      assertThatThrownBy(() -> run.run(spec, 1, stopped)).isInstanceOf(TrialCancelled.class);
      double reached = stopped.told().getLast();
      stopped.cancelAt(Integer.MAX_VALUE);
      assertThat(run.run(spec, 1, stopped)).isEqualTo(expected);
      assertThat(stopped.told().getFirst()).isGreaterThanOrEqualTo(reached);
      assertThat(stopped.told()).isSorted();
    }
  }

  @Test
  void itCanBeStoppedBeforeItsFirstStep() {
    // A watch that cancels when it is asked for the 21st time, which is inside the search for the
    // minimum.
    int[] asked = new int[1];
    var watch =
        new TrialWatch() {
          @Override
          public void progress(String phase, double fraction) {
            throw new AssertionError("SGD has started");
          }

          @Override
          public boolean cancelled() {
            return ++asked[0] > 20;
          }
        };
    SteadyState spec = spec(new PlantedModel.Linear(200, 10, 5, 1, 1, 0), 0.005, 400);
    assertThatThrownBy(() -> run.run(spec, 0, watch)).isInstanceOf(TrialCancelled.class);
    assertThat(asked[0]).isEqualTo(21);
  }

  @Test
  void aResultSurvivesItsJson() {
    var measured = (SteadyStateMeasurement) run.run(spec(WELLS, 0.005, 400), 0, TrialWatch.none());
    assertThat(measured.basins().two()).isTrue();
    assertThat(ResultJson.fromJson(ResultJson.toJson(measured))).isEqualTo(measured);
  }

  @Test
  void theoryIsThatOfTheTrials() {
    SteadyState spec = spec(WELLS, 0.005, 400);
    var measured = (SteadyStateMeasurement) run.run(spec, 0, TrialWatch.none());
    var theory = (SteadyStateTheory) Kind.of(spec).theory(OptionalDouble.of(0.005)).orElseThrow();
    assertThat(theory.eigenvalues()).isEqualTo(measured.minimum().eigenvalues());
    assertThat(0.005 * theory.covarianceTracePerTemperature())
        .isEqualTo(measured.covariance().traceTheory());
    // The deeper basin holds less the hotter it is.
    double[] right = theory.basins().rightEq5().toArray();
    assertThat(right[0]).isGreaterThan(right[right.length - 1]);
  }

  @Test
  void aRateThatIsTooLargeIsAResultWithASentence() {
    TrialResult result =
        run.run(
            spec(new PlantedModel.Linear(100, 2, 1, 1, 0, 0), 1.5, 40_000), 1, TrialWatch.none());
    assertThat(result).isInstanceOf(Diverged.class);
    assertThat(result.sentence()).contains("Lower the temperature or the batch size");
  }

  @Test
  void anEstimateCountsTrialsAndSeconds() {
    var clock = new long[1];
    Estimate estimate =
        new EstimateCost(Hosts.withoutFiles(1), () -> clock[0] += 1_000_000)
            .estimate(spec(WELLS, 0.005, 400), Duration.ZERO);
    assertThat(estimate.trials()).isEqualTo(2);
    // 64 steps or visits, or one full point, take a millisecond of this clock.
    double steps = 402 / 0.005;
    assertThat(estimate.longestTrial().toMillis() / 1_000.0)
        .isBetween(0.99 * steps / 64_000, 1.2 * (steps / 64 + 1_280) / 1_000);
  }

  private static SteadyState spec(PlantedModel model, double temperature, double flowTime) {
    return new SteadyState(
        "test",
        model,
        new Temperatures.Listed(List.of(temperature)),
        List.of(1, 4),
        new Seeds(List.of(0L)),
        Replacement.WITH,
        flowTime,
        2,
        0,
        0,
        0.1);
  }
}
