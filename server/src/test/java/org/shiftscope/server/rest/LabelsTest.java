package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people put on experiments, by REST alone. */
@Timeout(60)
class LabelsTest extends RestAloneStory {

  private String path;

  @BeforeEach
  void start() {
    var spec = WriteSpec.toJson(Presets.all().getFirst().spec());
    path =
        "/api/experiments/"
            + json(rest.post("/api/experiments", spec.toString())).get("id").asString();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private JsonNode get(String more) {
    return json(rest.get(path + more));
  }

  @Test
  void whatIsNotNamedStays() {
    rest.patch(path, "{\"title\": \"Renamed\", \"tags\": [\"Paper\", \"figure 2\"]}");
    var answer = rest.patch(path, "{\"favourite\": true}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("title").asString()).isEqualTo("Renamed");
    assertThat(get("").get("tags").toString()).isEqualTo("[\"figure-2\",\"paper\"]");
    assertThat(get("").get("favourite").asBoolean()).isTrue();
    assertThat(get("").get("archived").isNull()).isTrue();
    assertThat(json(rest.get("/api/tags")).toString())
        .isEqualTo(
            "[{\"name\":\"figure-2\",\"experiments\":1},{\"name\":\"paper\",\"experiments\":1}]");
  }

  @Test
  void anArchivedExperimentIsListedOnlyWhereTheArchiveIsAskedFor() {
    rest.patch(path, "{\"archived\": true}");
    assertThat(json(rest.get("/api/experiments")).size()).isZero();
    assertThat(json(rest.get("/api/experiments?archived=true")).get(0).get("archived").isNull())
        .isFalse();
    rest.patch(path, "{\"archived\": false}");
    assertThat(json(rest.get("/api/experiments")).size()).isEqualTo(1);
  }

  @Test
  void everyProblemOfAnEditIsNamedByFieldAndNothingChanges() {
    var answer =
        rest.patch(path, "{\"title\": 7, \"tags\": \"x\", \"archived\": \"yes\", \"colour\": 1}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "colour is not known here; the fields are archived, favourite, priority, tags, title,"
                + " trialHours.",
            "title must be a text; it is 7.",
            "tags must be a list of texts",
            "archived must be true or false");
    assertThat(rest.patch(path, "{\"title\": \"ok\", \"tags\": [\"a:b\"]}").body())
        .contains("tags[0] must have 1 to 40 letters, digits, or any of - _ . /; it is a:b.");
    assertThat(get("").get("title").asString()).isNotEqualTo("ok");
    assertThat(rest.patch(path, "[]").statusCode()).isEqualTo(400);
    assertThat(rest.patch(path, "").body()).contains("it must be an object as JSON");
    assertThat(rest.patch("/api/experiments/aaaaaaaaaaaa", "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void aNoteIsWrittenUponTheVersionThatOneRead() {
    HttpResponse<String> none = rest.get(path + "/note");
    assertThat(none.headers().firstValue("ETag")).contains("\"0\"");
    assertThat(json(none).get("text").asString()).isEmpty();

    var first = rest.put(path + "/note", "\"0\"", "{\"text\": \"# Hers\"}");
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.headers().firstValue("ETag")).contains("\"1\"");
    var second = rest.put(path + "/note", "\"0\"", "{\"text\": \"his\"}");
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(second.body())
        .contains("version 1 is the newest, and you began with version 0", "If-Match: \\\"1\\\"");
    assertThat(get("/note").get("text").asString()).isEqualTo("# Hers");

    rest.put(path + "/note", "\"1\"", "{\"text\": \"# Hers and his\"}");
    assertThat(get("/note/versions").get(0).get("version").asInt()).isEqualTo(2);
    assertThat(get("/note?version=1").get("text").asString()).isEqualTo("# Hers");
    assertThat(get("").get("noteVersion").asInt()).isEqualTo(2);
  }

  @Test
  void aNoteWithoutItsVersionOrItsTextIsRefused() {
    assertThat(rest.put(path + "/note", "", "{\"text\": \"x\"}").statusCode()).isEqualTo(428);
    assertThat(rest.put(path + "/note", "new", "{\"text\": \"x\"}").body())
        .contains("If-Match must be the ETag of the note");
    assertThat(rest.put(path + "/note", "\"0\"", "{\"txt\": \"x\"}").body())
        .contains("txt is not known here", "text must be a text");
    assertThat(rest.get(path + "/note?version=4").statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsDeletedIsNotChanged() {
    rest.post(path + "/cancel", "");
    rest.delete(path);
    assertThat(rest.patch(path, "{\"title\": \"x\"}").statusCode()).isEqualTo(409);
    assertThat(rest.put(path + "/note", "\"0\"", "{\"text\": \"x\"}").body())
        .contains("is deleted: restore it before writing its note");
  }
}
