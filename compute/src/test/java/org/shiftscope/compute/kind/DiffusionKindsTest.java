package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.kind.assumption.AssumptionKind;
import org.shiftscope.compute.kind.diffusion.DiffusionKind;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement;
import org.shiftscope.compute.result.DiffusionMeasurement.NoiseDirection;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.OverparametrizedMeasurement;
import org.shiftscope.compute.result.OverparametrizedMeasurement.Span;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.AssumptionCheck;
import org.shiftscope.compute.spec.AssumptionCheck.DigitsRegression;
import org.shiftscope.compute.spec.AssumptionCheck.Domain;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;
import org.shiftscope.compute.spec.CurrentSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WeakErrorSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;

/** Whole trials of the three kinds on the diffusion picture, small, and what must hold of them. */
class DiffusionKindsTest {

  private static final RunTrial RUN =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));
  private static final Temperatures TEMPERATURE = new Temperatures.Listed(List.of(5e-3));
  private static final Seeds SEED = new Seeds(List.of(3L));

  static List<ExperimentSpec> specs() {
    return List.of(
        accuracy(),
        overparametrized(),
        assumption(new DigitsRegression(3, 8, 2, 1e-2, 4)),
        assumption(formulas("x^2/2 + 2*y^2")));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aTrialIsTheSameTwiceAndInJson(ExperimentSpec spec) {
    TrialResult first = run(spec);
    assertThat(run(spec)).isEqualTo(first);
    assertThat(ResultJson.fromJson(ResultJson.toJson(first))).isEqualTo(first);
    assertThat(first.sentence()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aTrialStopsWhenItsWatchAsks(ExperimentSpec spec) {
    var watch =
        new TrialWatch() {
          @Override
          public void progress(String phase, double fraction) {
            assertThat(fraction).isBetween(0.0, 1.0);
          }

          @Override
          public boolean cancelled() {
            return true;
          }
        };
    assertThatThrownBy(() -> RUN.run(spec, 0, watch)).isInstanceOf(TrialCancelled.class);
  }

  @Test
  void theNoiseAlongTheGradientHasTheGradientsLengthAsItsMean() {
    var found = (DiffusionMeasurement) run(accuracy());
    NoiseDirection gradient = found.directions().get(0);
    NoiseDirection top = found.directions().get(1);
    NoiseDirection random = found.directions().get(2);
    assertThat(gradient.cumulant().get(0)).isPositive();
    assertThat(Math.abs(random.cumulant().get(0))).isLessThan(gradient.cumulant().get(0));
    assertThat(top.curvature()).isGreaterThan(gradient.curvature());
    for (NoiseDirection direction : found.directions()) {
      assertThat(direction.cumulant().get(1)).isPositive();
      assertThat(direction.coefficient().get(1))
          .isCloseTo(5e-3 * direction.cumulant().get(1) / 2, within(1e-15));
      assertThat(direction.relative().get(1)).isCloseTo(1, within(1e-12));
      // A loss that is convex in this model curves upwards everywhere.
      assertThat(direction.curvature()).isPositive();
      assertThat(direction.width()).isPositive();
    }
  }

  /** Appendix D, on real gradients of 2,410 parameters. */
  @Test
  void moreParametersThanSamplesHaveTheRanksOfAppendixD() {
    var found = (OverparametrizedMeasurement) run(overparametrized());
    assertThat(found.outcome()).isEqualTo(Outcome.MEASURED);
    assertThat(found.parameters()).isEqualTo(64 * 16 + 16 + 16 * 10 + 10);
    for (Span span : List.of(found.trainSpan(), found.testSpan())) {
      assertThat(span.samples()).isEqualTo(40);
      assertThat(span.rank()).isEqualTo(40);
      assertThat(span.covarianceRank()).isEqualTo(39);
      assertThat(span.meanDistance()).isLessThan(1e-12);
      assertThat(span.rangeDistance()).isLessThan(1e-12);
    }
    // At a minimum with λ, θ = −∇L/λ lies in the span, but for what is left of the gradient.
    assertThat(found.trainSpan().parametersDistance()).isLessThan(1e-4);
    assertThat(found.hessian().smallest() - found.hessian().smallestWithout())
        .isCloseTo(1e-2, within(3 * found.hessian().residual() + 1e-9));
    assertThat(found.projected().norm()).isLessThan(found.plain().norm());
    // gᵀ(s − Ps) = 0, for g lies in the span.
    assertThat(found.projected().slope()).isCloseTo(found.plain().slope(), within(1e-12));
  }

  @Test
  void theCurlOfARealModelIsLookedAtOnceAtItsMinimum() {
    var found = (CurlMeasurement) run(assumption(new DigitsRegression(3, 8, 2, 1e-2, 4)));
    assertThat(found.parameters()).isEqualTo(3);
    assertThat(found.gradientNorm()).isLessThan(1e-10);
    assertThat(found.mean().values()).allSatisfy(v -> assertThat(v).isBetween(0.0, 1.0));
    assertThat(found.mean().get(0)).isEqualTo(found.largest().get(0));
  }

  @Test
  void theoryAnswersAtOnce() {
    assertThat(new AssumptionKind(assumption(formulas("x^2 + y^2"))).theory(OptionalDouble.of(0.1)))
        .hasValueSatisfying(theory -> assertThat(theory.temperature()).isEqualTo(0.1));
    assertThat(new DiffusionKind(accuracy()).theory(OptionalDouble.empty()))
        .contains(((DiffusionMeasurement) run(accuracy())).weakError());
  }

  @Test
  void aNoiseThatIsNotPositiveDefiniteIsRefusedWithThePlace() {
    assertThatThrownBy(
            () ->
                new Formulas(
                    "x^2",
                    "1",
                    "x",
                    "1",
                    new Domain(-2, 2, -2, 2),
                    21,
                    new CurrentSpec(512, 100, 0.01, 8)))
        .isInstanceOf(InvalidSpec.class)
        .hasMessageContaining("c12 must make C positive definite")
        .hasMessageContaining("at x = -2");
  }

  private static TrialResult run(ExperimentSpec spec) {
    return RUN.run(spec, 0, TrialWatch.none());
  }

  private static DiffusionAccuracy accuracy() {
    return new DiffusionAccuracy(
        "Accuracy",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 200, 50),
            new NetworkSpec.Mlp(List.of(), Activation.TANH, 1),
            TEMPERATURE,
            SEED,
            new SgdSpec.AtTemperature(20, 5, 1_000, 1e-3)),
        new WeakErrorSpec(ScalarModel.LINEAR_REGRESSION, 6, 2, 0.2, 2, 4));
  }

  private static OverparametrizedShift overparametrized() {
    return new OverparametrizedShift(
        "Overparametrized",
        new TrainingSpec(
            new DatasetSpec(DatasetName.DIGITS, 40, 40),
            new NetworkSpec.Mlp(List.of(16), Activation.TANH, 1),
            TEMPERATURE,
            SEED,
            new SgdSpec.AtTemperature(10, 10, 1_000, 1e-2)),
        new RefinementSpec.Minimum(1e-6, 20_000),
        new ModifiedSgdSpec(2, 3, 0.5, 1, 2, 16, 20));
  }

  private static AssumptionCheck assumption(AssumptionCheck.VectorField field) {
    return new AssumptionCheck("Assumption", field, TEMPERATURE, SEED);
  }

  private static Formulas formulas(String loss) {
    return new Formulas(
        loss, "1", "0.6", "1", new Domain(-3, 3, -3, 3), 21, new CurrentSpec(512, 200, 0.01, 8));
  }
}
