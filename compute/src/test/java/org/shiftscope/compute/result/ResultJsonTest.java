package org.shiftscope.compute.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ResultJsonTest {

  private static final Diverged RESULT =
      new Diverged("It diverged.", 7, new Execution("cpu", 1, "1.0"));

  @Test
  void theTypeTellsTheRecord() {
    ObjectNode json = ResultJson.toJson(RESULT);
    assertThat(json.path("type").asString()).isEqualTo("diverged");
    assertThat(json.path("outcome").asString()).isEqualTo("diverged");
    assertThat(ResultJson.fromJson(json)).isEqualTo(RESULT);
  }

  @Test
  void aResultStoredBeforeTypesWereWrittenIsToldByItsOutcome() {
    ObjectNode json = ResultJson.toJson(RESULT);
    json.remove("type");
    assertThat(ResultJson.fromJson(json)).isEqualTo(RESULT);
  }

  @Test
  void aTypeThatIsNotKnownIsNamed() {
    ObjectNode json = ResultJson.toJson(RESULT).put("type", "prophecy");
    assertThatThrownBy(() -> ResultJson.fromJson(json)).hasMessageContaining("prophecy");
  }
}
