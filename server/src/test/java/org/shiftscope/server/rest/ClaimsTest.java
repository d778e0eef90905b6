package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class ClaimsTest extends RestAloneStory {

  @Test
  void anExperimentWithoutResultsLeavesEveryClaimWithoutEvidence() {
    String id = submit();
    JsonNode claims = json("/api/claims?experiments=" + id);

    assertThat(claims.get("type").asString()).isEqualTo("judged-claims");
    assertThat(claims.get("experiments").get(0).asString()).isEqualTo(id);
    assertThat(claims.get("claims")).hasSize(11);
    assertThat(claims.at("/claims/7/sentence").asString()).startsWith("Nothing here tells: ");
    assertThat(claims.at("/claims/0/verdict").asString()).isEqualTo("undecided");
  }

  @Test
  void whatCannotBeJudgedIsRefusedByItsPlaceInTheList() {
    JsonNode refused =
        JsonMapper.shared()
            .readTree(rest.get("/api/claims?experiments=" + submit() + ",nosuchthing1").body());

    assertThat(refused.at("/problems/0/field").asString()).isEqualTo("experiments[1]");
    assertThat(refused.get("detail").asString())
        .isEqualTo(
            "experiments[1] must be the id of an experiment of this server; it is nosuchthing1.");
  }

  @Test
  void noExperimentAndTooManyAreRefused() {
    assertThat(rest.get("/api/claims").statusCode()).isEqualTo(400);
    assertThat(rest.get("/api/claims?experiments=").body()).contains("must be 1 to 20 ids");
    assertThat(rest.get("/api/claims?experiments=" + many(21)).body()).contains("21 of them");
    assertThat(rest.get("/api/claims?experiments=x&include=some").statusCode()).isEqualTo(400);
  }

  private static String many(int count) {
    var ids = new StringBuilder();
    for (int i : Collections.nCopies(count, 0)) {
      ids.append("experiment").append(ids.length() + i).append(',');
    }
    return ids.toString();
  }

  private String submit() {
    return JsonMapper.shared()
        .readTree(
            rest.post(
                    "/api/experiments",
                    WriteSpec.toJson(Presets.all().getFirst().spec()).toString())
                .body())
        .get("id")
        .asString();
  }

  private JsonNode json(String path) {
    return JsonMapper.shared().readTree(rest.get(path).body());
  }
}
