package org.shiftscope.compute.steadystate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.descent.Divergence;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateFindings.EqualTemperature;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.compute.spec.PlantedModel;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.TwoOneSidedTests.Verdict;

/** Real SGD in its steady state, against exact answers and against theory in T. */
class SteadyStateTest {

  private static final PlantedModel LINEAR = new PlantedModel.Linear(60, 3, 5, 1, 4, 2);
  private static final Execution EXECUTION = new Execution("cpu", 1, "test");

  /** Four of a random number's own; a few dozen numbers are compared, with t of 31 degrees. */
  private static final double STANDARD_ERRORS = 4.5;

  @Test
  void linearRegressionHasTheExactCovarianceAtAnyRate() {
    for (int batchSize : new int[] {1, 40}) {
      SteadyStateMeasurement found =
          run(spec(LINEAR, 0.01, batchSize, 40_000, Replacement.WITH, 0.05, 0.4));
      var covariance = found.covariance();
      assertAgree(covariance.measured(), covariance.error(), covariance.exact());
      assertThat(covariance.trace())
          .isCloseTo(covariance.traceExact(), within(STANDARD_ERRORS * covariance.traceError()));
      assertThat(found.outcome()).isEqualTo(Outcome.MEASURED);
    }
  }

  @Test
  void atALargeRateTheStepItselfIsSeen() {
    SteadyStateMeasurement found = run(spec(LINEAR, 0.01, 40, 40_000, Replacement.WITH, 0.05, 0.4));
    var covariance = found.covariance();
    // η = 0.4: the exact covariance is 16 % above Lyapunov's, and the measurement can tell.
    assertThat(covariance.traceExact()).isGreaterThan(1.1 * covariance.traceTheory());
    assertThat(covariance.trace() - covariance.traceTheory())
        .isGreaterThan(10 * covariance.traceError());
  }

  @Test
  void whereHessianAndNoiseDoNotCommuteLyapunovHoldsAndThePapersFormDoesNot() {
    SteadyStateMeasurement found = run(spec(LINEAR, 0.002, 1, 40_000, Replacement.WITH, 0, 0));
    var covariance = found.covariance();
    double lyapunov =
        largestDeviation(covariance.measured(), covariance.error(), covariance.lyapunov());
    double paper = largestDeviation(covariance.measured(), covariance.error(), covariance.paper());
    assertThat(found.minimum().antisymmetricShare()).isGreaterThan(0.05);
    assertThat(lyapunov).isLessThan(STANDARD_ERRORS);
    assertThat(paper).isGreaterThan(3 * STANDARD_ERRORS);
  }

  @Test
  void aQuadraticLossHasNoMeanBiasAndItsModeIsNotThePapersBias() {
    SteadyStateMeasurement found = run(spec(LINEAR, 0.01, 1, 400_000, Replacement.WITH, 0, 0));
    assertAgree(found.mean().measured(), found.mean().error(), found.mean().theory());
    for (double theory : found.mean().theory().toArray()) {
      assertThat(theory).isCloseTo(0, within(1e-9));
    }
    // Second order in T is a tenth of the first here.
    assertAgreeNearly(found.mode().measured(), found.mode().error(), found.mode().theory(), 0.2);
    assertThat(largestDeviation(found.mode().measured(), found.mode().error(), found.bias()))
        .isGreaterThan(STANDARD_ERRORS);
  }

  @Test
  void theMeanTheModeAndTheCovarianceOfATanhNetworkAreThoseOfTheory() {
    SteadyStateMeasurement found =
        run(
            spec(
                new PlantedModel.TanhMlp(200, 2, 2, 0.5, 1),
                0.002,
                4,
                20_000,
                Replacement.WITH,
                0.05,
                0));
    assertAgreeNearly(found.mean().measured(), found.mean().error(), found.mean().theory(), 0.1);
    assertAgreeNearly(found.mode().measured(), found.mode().error(), found.mode().theory(), 0.1);
    assertAgreeNearly(
        found.covariance().measured(),
        found.covariance().error(),
        found.covariance().lyapunov(),
        0.1);
  }

  @Test
  void logisticRegressionIsThatOfTheoryAtALowTemperature() {
    SteadyStateMeasurement found =
        run(
            spec(
                new PlantedModel.Logistic(100, 2, 2, 3),
                0.02,
                2,
                100_000,
                Replacement.WITH,
                0.05,
                0));
    assertAgreeNearly(found.mean().measured(), found.mean().error(), found.mean().theory(), 0.1);
    assertAgreeNearly(
        found.covariance().measured(),
        found.covariance().error(),
        found.covariance().lyapunov(),
        0.05);
    var fluctuation = found.fluctuation();
    assertThat(fluctuation.firstRatio())
        .isCloseTo(1, within(STANDARD_ERRORS * fluctuation.firstError()));
    assertThat(fluctuation.secondRatio())
        .isCloseTo(1, within(STANDARD_ERRORS * fluctuation.secondError()));
    assertThat(fluctuation.excessLoss())
        .isCloseTo(
            fluctuation.excessLossTheory(),
            within(
                STANDARD_ERRORS * fluctuation.excessLossError()
                    + 0.05 * fluctuation.excessLossTheory()));
  }

  @Test
  void basinsAreOccupiedAsEq5Says() {
    SteadyStateMeasurement found =
        run(
            spec(
                new PlantedModel.TwoWells(300, 0.1, 3, 1),
                0.005,
                1,
                100_000,
                Replacement.WITH,
                0,
                0));
    var basins = found.basins();
    assertThat(basins.right())
        .isCloseTo(basins.rightEq5(), within(STANDARD_ERRORS * basins.rightError() + 0.01));
    assertThat(basins.rightEq5()).isGreaterThan(0.6);
    assertThat(basins.rightError()).isLessThan(0.02);
    assertThat(basins.distance()).isLessThan(0.03);
  }

  @Test
  void withoutReplacementTheNoiseNearlyCancels() {
    SteadyStateMeasurement found = run(spec(LINEAR, 0.01, 4, 20_000, Replacement.WITHOUT, 0, 0));
    assertThat(found.covariance().trace()).isLessThan(0.5 * found.covariance().traceTheory());
    assertThat(found.covariance().exact().size()).isZero();
    assertThat(found.sentence()).contains("Without replacement");
  }

  @Test
  void theRatiosRiseFromZeroAtTheMinimumToOne() {
    SteadyState spec = spec(LINEAR, 0.001, 1, 4_000, Replacement.WITH, 0, 0);
    SteadyState early =
        new SteadyState(
            spec.title(),
            spec.model(),
            spec.temperatures(),
            spec.batchSizes(),
            spec.seeds(),
            spec.replacement(),
            spec.flowTime(),
            0.8,
            spec.lambda(),
            spec.epsilon(),
            spec.margin());
    Series second = run(early).fluctuation().second();
    // 1 − e^(−2ht) in each direction, the burn-in's first window from 0 to 0.03, h = 1.3 at most.
    assertThat(second.get(0)).isLessThan(0.2);
    assertThat(second.toArray()).hasSize(40);
  }

  @Test
  void aRunGoesOnWithTheSameBits() {
    SteadyState spec = spec(LINEAR, 0.01, 4, 20_000, Replacement.WITHOUT, 0, 0.1);
    PreparedModel model = PreparedModel.of(spec).orElseThrow();
    List<ChainState> states = new ArrayList<>();
    SteadyStateMeasurement whole =
        new MeasureSteadyState(model, spec, 0)
            .run(
                new StageRun<>(
                    Optional.empty(), share -> {}, state -> states.add(copy(state.get()))),
                EXECUTION);
    // The first and the last of a window, and some inside.
    for (int i = 0; i < states.size(); i += 11) {
      SteadyStateMeasurement resumed =
          new MeasureSteadyState(model, spec, 0)
              .run(new StageRun<>(Optional.of(states.get(i)), share -> {}, state -> {}), EXECUTION);
      assertThat(resumed).isEqualTo(whole);
    }
    assertThat(states).hasSizeGreaterThan(100);
  }

  private static ChainState copy(ChainState state) {
    return new ChainState(state.theta().clone(), state.windows(), state.sums(), state.within());
  }

  @Test
  void tooLargeARateIsADivergence() {
    SteadyState spec = spec(LINEAR, 0.2, 40, 30_000, Replacement.WITH, 0, 0);
    PreparedModel model = PreparedModel.of(spec).orElseThrow();
    var measure = new MeasureSteadyState(model, spec, 0);
    assertThatThrownBy(() -> measure.run(StageRun.whole(share -> {}), EXECUTION))
        .isInstanceOf(Divergence.class);
  }

  @Test
  void equalTemperaturesAreEquivalentUntilTheRateIsLarge() {
    List<SteadyStateMeasurement> trials = new ArrayList<>();
    for (int batchSize : new int[] {1, 4, 40}) {
      trials.add(run(spec(LINEAR, 0.01, batchSize, 40_000, Replacement.WITH, 0, 0)));
    }
    List<EqualTemperature> found = Equivalence.of(trials, 0.08);
    assertThat(found).extracting(EqualTemperature::batchSize).containsExactly(4, 40);
    assertThat(found.get(0).verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(found.get(1).verdict()).isEqualTo(Verdict.DIFFERENT);
    assertThat(found.get(0).interval().low()).isLessThan(found.get(0).ratio());
    // A margin below the errors cannot be told.
    assertThat(Equivalence.of(trials, 0.001).get(0).verdict()).isNotEqualTo(Verdict.EQUIVALENT);
  }

  private static void assertAgree(Series measured, Series error, Series theory) {
    assertAgreeNearly(measured, error, theory, 0);
  }

  /** Within the standard errors and a share of the largest entry. */
  private static void assertAgreeNearly(
      Series measured, Series error, Series theory, double share) {
    double largest = 0;
    for (double value : theory.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    for (int i = 0; i < measured.size(); i++) {
      assertThat(measured.get(i))
          .as("entry %s", i)
          .isCloseTo(theory.get(i), within(STANDARD_ERRORS * error.get(i) + share * largest));
    }
  }

  private static double largestDeviation(Series measured, Series error, Series theory) {
    double largest = 0;
    for (int i = 0; i < measured.size(); i++) {
      largest = Math.max(largest, Math.abs(measured.get(i) - theory.get(i)) / error.get(i));
    }
    return largest;
  }

  private static SteadyStateMeasurement run(SteadyState spec) {
    return new MeasureSteadyState(PreparedModel.of(spec).orElseThrow(), spec, 0)
        .run(StageRun.whole(share -> {}), EXECUTION);
  }

  private static SteadyState spec(
      PlantedModel model,
      double temperature,
      int batchSize,
      double flowTime,
      Replacement replacement,
      double lambda,
      double epsilon) {
    return new SteadyState(
        "test",
        model,
        new Temperatures.Listed(List.of(temperature)),
        List.of(batchSize),
        new Seeds(List.of(0L)),
        replacement,
        flowTime,
        flowTime / 100,
        lambda,
        epsilon,
        0.1);
  }
}
