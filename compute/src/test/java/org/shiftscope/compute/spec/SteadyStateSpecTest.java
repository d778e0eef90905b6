package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** The spec of a steady state: its JSON form and its laws. */
class SteadyStateSpecTest {

  static Stream<PlantedModel> models() {
    return Stream.of(
        new PlantedModel.Linear(200, 4, 10, 0.5, 5, 1),
        new PlantedModel.Logistic(100, 3, 2, 0),
        new PlantedModel.TwoWells(300, 0.1, 3, 7),
        new PlantedModel.TanhMlp(150, 3, 2, 0.25, 2));
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyModelSurvivesTheRoundTrip(PlantedModel model) {
    var spec =
        new SteadyState(
            "Round trip",
            model,
            new Temperatures.Logarithmic(1e-3, 1e-2, 3),
            List.of(1, 8),
            new Seeds(List.of(3L, 1L)),
            Replacement.WITHOUT,
            5_000,
            10,
            0.1,
            0.2,
            0.05);
    assertThat(ReadSpec.from(WriteSpec.toJson(spec))).isEqualTo(spec);
    assertThat(spec.trialCount()).isEqualTo(12);
    assertThat(spec.trialLabel(4)).isEqualTo("T = 0.003162, B = 8, seed 3");
    assertThat(spec.learningRateOf(4)).isEqualTo(8 * spec.temperatureOf(1));
  }

  @Test
  void problemsNameTheirFields() {
    var json =
        new JsonMapper()
            .readTree(
                """
                {"kind": "steady-state", "model": {"name": "tanh-mlp", "samples": 50, "inputs": 2, "hidden": 2},
                 "temperatures": [0.01], "batchSizes": [1, 51], "seeds": [0], "flowTime": 100, "burnIn": 0}
                """);
    InvalidSpec invalid = catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json));
    assertThat(invalid.problems())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "lambda must be above 0 for tanh-mlp, whose minimum is strict only then; it is 0.",
            "batchSizes[1] must be a whole number from 1 to 50; it is 51.",
            "flowTime must make at least 3200 steps at the largest η = T · B, 0.51; it is 100.");
  }
}
