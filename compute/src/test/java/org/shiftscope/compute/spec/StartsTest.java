package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Where trials start whose spec names points of others. */
final class StartsTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** A spec of 2 temperatures and 3 seeds. */
  private static ObjectNode with(String start) {
    ObjectNode json = WriteSpec.toJson(Presets.all().getFirst().spec());
    json.set("temperatures", JSON.readTree("[0.01, 0.02]"));
    json.set("seeds", JSON.readTree("[0, 1, 2]"));
    json.set("start", JSON.readTree(start));
    return json;
  }

  private static String own(int trial, int from) {
    return "{\"trial\": %d, \"from\": {\"trial\": %d, \"point\": \"sgd-end\"}}"
        .formatted(trial, from);
  }

  private static List<String> problems(String... starts) {
    ObjectNode json = with("[" + String.join(",", starts) + "]");
    return catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  @Test
  void noPresetNamesAStart() {
    assertThat(Presets.all()).allMatch(preset -> !WriteSpec.toJson(preset.spec()).has("start"));
    assertThat(Presets.all())
        .filteredOn(preset -> preset.spec() instanceof TrainedExperiment)
        .filteredOn(preset -> !(preset.spec() instanceof TwoStage))
        .allMatch(preset -> preset.spec().inputs().isEmpty());
  }

  @Test
  void aPointOfAnotherExperimentSurvivesItsJson() {
    ObjectNode json =
        with(
            """
            [{"trial": 5, "from": {"experiment": "rantu94cjx3r", "trial": 3, "point": "train-point"}},
             {"trial": 0, "from": {"trial": 5, "point": "sgd-end"}}]
            """);
    ExperimentSpec spec = ReadSpec.from(json);
    assertThat(WriteSpec.toJson(spec).get("start")).isEqualTo(json.get("start"));
    assertThat(spec.inputs(5))
        .extracting(TrialInput::field, input -> input.from().trialName())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "start[0].from", "trial 3 of experiment rantu94cjx3r"));
    assertThat(spec.inputs(1)).isEmpty();
  }

  @Test
  void aCircleIsRefused() {
    assertThat(problems(own(0, 0)))
        .containsExactly(
            "start[0].from.trial must not make trial 0 wait for itself in the end; it is 0.");
    assertThat(problems(own(4, 2), own(0, 1), own(1, 2), own(2, 0))).hasSize(1);
  }

  @Test
  void aChainThroughAllTrialsIsNone() {
    String chain =
        IntStream.range(0, 5).mapToObj(i -> own(i, i + 1)).reduce((a, b) -> a + "," + b).get();
    assertThat(ReadSpec.from(with("[" + chain + "]")).inputs()).hasSize(5);
  }

  @Test
  void trialsThatAreNotThereAndNamesThatAreNoneAreRefused() {
    assertThat(problems(own(6, 1), own(1, 6)))
        .containsExactly(
            "start[0].trial must be a whole number from 0 to 5; it is 6.",
            "start[1].from.trial must be a whole number from 0 to 5; it is 6.");
    assertThat(problems(own(1, 0), own(1, 2)))
        .containsExactly("start[1].trial must be named once; it is 1.");
    assertThat(
            problems(
                "{\"trial\": 0, \"from\": {\"experiment\": \"X\", \"trial\": 0, \"point\": \"end\"}}"))
        .anyMatch(problem -> problem.startsWith("start[0].from.point must be one of initial, "));
    assertThat(Stream.of(problems())).containsExactly(List.of("start must name a trial."));
  }
}
