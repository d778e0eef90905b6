package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeSimulation.Compared;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.Theory;
import org.shiftscope.compute.spec.DomainSpec;
import org.shiftscope.compute.spec.EnsembleSpec;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.compute.spec.ObjectiveSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.compute.stage.TrialWatch;
import tools.jackson.databind.JsonNode;

final class LandscapeTrialTest {

  private final RunTrial run =
      new RunTrial(new DataFolder(Path.of("none")), new Execution("cpu", 1, "test"));

  static Stream<Landscape> presets() {
    return Presets.all().stream()
        .map(Preset::spec)
        .filter(Landscape.class::isInstance)
        .map(Landscape.class::cast);
  }

  /**
   * Walkers in two wells with noise that depends on the position, from an even spread. Everything
   * that is compared agrees: distances to what a perfect sample would have and four of their own
   * errors, numbers to four of theirs, and 2e-3 for the step of the walkers, whose first-order
   * error is about h dt / 4 = 2e-3 of the spread about a minimum.
   */
  @Test
  void walkersTheFokkerPlanckEquationAndEquation5Agree() {
    LandscapeSimulation found = (LandscapeSimulation) run.run(varyingNoise(60), 0, watch());
    assertThat(found.notYet()).isLessThan(2e-3);
    assertThat(found.fromSteadyState().distance())
        .isLessThan(0.02)
        .isLessThan(
            found.fromSteadyState().ofPerfectSample() + 4 * found.fromSteadyState().error() + 2e-3);
    Stream.concat(found.basins().stream(), Stream.of(found.trainLoss(), found.testLoss()))
        .forEach(
            compared -> {
              assertThat(compared.walkers())
                  .isCloseTo(compared.steadyState(), within(4 * compared.error() + 2e-3));
              assertThat(compared.fokkerPlanck()).isCloseTo(compared.steadyState(), within(2e-3));
            });
    assertThat(found.basins().stream().mapToDouble(Compared::walkers).sum())
        .isCloseTo(1, within(1e-12));
  }

  /** Long before the steady state, walkers and the Fokker-Planck equation still agree. */
  @Test
  void walkersFollowTheFokkerPlanckEquationBeforeTheyArrive() {
    LandscapeSimulation found = (LandscapeSimulation) run.run(varyingNoise(1), 0, watch());
    assertThat(found.notYet()).isGreaterThan(0.1);
    assertThat(found.fromFokkerPlanck().distance())
        .isLessThan(
            found.fromFokkerPlanck().ofPerfectSample()
                + 4 * found.fromFokkerPlanck().error()
                + 2e-3);
    assertThat(found.sentence()).startsWith("Not yet at the steady state");
  }

  @Test
  void theSameTrialGivesTheSameBitsAndSurvivesItsJson() {
    LandscapeSimulation found = (LandscapeSimulation) run.run(varyingNoise(1), 0, watch());
    assertThat(run.run(varyingNoise(1), 0, watch())).isEqualTo(found);
    assertThat(ResultJson.fromJson(ResultJson.toJson(found))).isEqualTo(found);
  }

  @Test
  void stopsWhenAsked() {
    TrialWatch impatient =
        new TrialWatch() {
          private int calls;

          @Override
          public void progress(String phase, double fraction) {
            calls++;
          }

          @Override
          public boolean cancelled() {
            return calls > 10;
          }
        };
    assertThatThrownBy(() -> run.run(varyingNoise(60), 0, impatient))
        .isInstanceOf(TrialCancelled.class);
  }

  /** What theory says of each preset is consistent in itself, at its first temperature. */
  @ParameterizedTest
  @MethodSource("presets")
  void theoryOfEachPresetIsSound(Landscape preset) {
    LandscapeTheory theory = theory(preset, OptionalDouble.empty());
    assertThat(theory.temperature()).isEqualTo(preset.temperatures().values().getFirst());
    assertThat(theory.basins().stream().mapToDouble(b -> b.probability()).sum())
        .isCloseTo(1, within(1e-12));
    double mass = 0;
    double[] x = theory.curves().x().toArray();
    double[] p = theory.curves().density().toArray();
    for (int i = 1; i < x.length; i++) {
      mass += (x[i] - x[i - 1]) * (p[i] + p[i - 1]) / 2;
    }
    // The trapezoidal rule on the points that are drawn.
    assertThat(mass).isCloseTo(1, within(0.01));
    JsonNode json = ResultJson.toJson(theory);
    assertThat(json.path("type").asString()).isEqualTo("landscape-theory");
    assertThat(json.at("/undecided/sentence").asString())
        .startsWith("Interval arithmetic shows that the train loss has no other minimum");
    assertThat(json.get("basins"))
        .allSatisfy(
            basin -> assertThat(basin.at("/certificate/grade").asString()).isEqualTo("minimum"));
  }

  @Test
  void theoryLooksAtTheTemperatureAskedFor() {
    Landscape preset = presets().findFirst().orElseThrow();
    LandscapeTheory theory = theory(preset, OptionalDouble.of(5));
    assertThat(theory.expected().test()).isCloseTo(-0.064096, within(0.5e-6));
    assertThat(theory.bestTemperature()).isCloseTo(13.3, within(0.1));
  }

  private static LandscapeTheory theory(ExperimentSpec spec, OptionalDouble temperature) {
    Optional<? extends Theory> theory = Kind.of(spec).theory(temperature);
    return (LandscapeTheory) theory.orElseThrow();
  }

  private static Landscape varyingNoise(double time) {
    return new Landscape(
        "Two wells",
        new ObjectiveSpec(ObjectiveSpec.Gaussians.none(), "(x^2 - 1)^2"),
        0.1,
        "1 + 0.6*tanh(2*x)",
        new DomainSpec(-2, 2),
        new Temperatures.Listed(List.of(1.0)),
        new Seeds(List.of(3L)),
        new EnsembleSpec(5_120, time, 0.001));
  }

  private static TrialWatch watch() {
    return TrialWatch.none();
  }
}
