package org.shiftscope.server.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shiftscope.server.story.Lab.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a person does with a landscape by REST. */
class LandscapeStoryIT extends RestStory {

  @Test
  void theoryAnswersAtOnceWithTheNumbersOfThePaper() {
    JsonNode preset = preset("paper-figure-4-left");

    Answer answer = lab.post("/api/theory?temperature=5", preset.toString());

    assertThat(answer.status()).isEqualTo(200);
    JsonNode theory = answer.json();
    assertThat(theory.get("type").asString()).isEqualTo("landscape-theory");
    assertThat(theory.at("/basins/0/probability").asDouble()).isCloseTo(0.4930, within(0.5e-4));
    assertThat(theory.at("/expected/test").asDouble()).isCloseTo(-0.064096, within(0.5e-6));
    assertThat(theory.get("bestTemperature").asDouble()).isCloseTo(13.3, within(0.1));
    assertThat(theory.at("/curves/density").size()).isEqualTo(theory.at("/curves/x").size());
  }

  @Test
  void aFormulaIsRefusedWithThePartThatIsWrong() {
    ObjectNode spec = small();
    spec.withObjectProperty("objective").put("formula", "x^4 + exec(x)");

    Answer answer = lab.post("/api/theory", spec.toString());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.problems())
        .singleElement()
        .asString()
        .contains("undefined function 'exec'", "character 7");
  }

  @Test
  void walkersAreComparedWithTheTheory() {
    String path = lab.submit(small());
    lab.untilEnd(path);

    List<JsonNode> trials = lab.trials(path);

    assertThat(trials).hasSize(2);
    assertThat(trials)
        .allSatisfy(
            trial -> {
              assertThat(trial.get("type").asString()).isEqualTo("landscape-simulation");
              assertThat(trial.get("outcome").asString()).isEqualTo("measured");
              assertThat(trial.at("/density/walkers").size()).isEqualTo(240);
              assertThat(trial.at("/fromFokkerPlanck/distance").asDouble()).isBetween(0.0, 0.1);
              assertThat(trial.at("/basins").size()).isEqualTo(2);
            });
  }

  private static JsonNode preset(String id) {
    return lab.get("/api/presets")
        .json()
        .valueStream()
        .filter(preset -> preset.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow()
        .get("spec");
  }

  private static ObjectNode small() {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree(
                """
                {"kind": "landscape", "title": "Two wells",
                 "objective": {"formula": "(x^2 - 1)^2"}, "shift": 0.1,
                 "noise": "1 + 0.6*tanh(2*x)", "domain": {"from": -2, "to": 2},
                 "temperatures": [0.6, 2], "seeds": [0],
                 "simulation": {"walkers": 1024, "time": 10, "timeStep": 0.005}}
                """);
  }
}
