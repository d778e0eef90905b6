package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The search language and saved searches, by REST alone. */
@Timeout(60)
class SearchTest extends RestAloneStory {

  private static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }

  private void submit(String title) {
    ObjectNode spec = WriteSpec.toJson(Presets.all().getFirst().spec()).put("title", title);
    assertThat(rest.post("/api/experiments", spec.toString()).statusCode()).isEqualTo(201);
  }

  private HttpResponse<String> search(String q) {
    return rest.get("/api/experiments?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
  }

  @Test
  void aSearchIsAnsweredAndItsShorthandsStillHold() {
    submit("cold");
    submit("hot");
    assertThat(json(search("kind:temperature-sweep dataset:digits network:mlp hot -cold")).size())
        .isEqualTo(1);
    assertThat(json(search("network:cnn")).size()).isZero();
    assertThat(
            json(rest.get("/api/experiments?text=hot&state=queued&kind=temperature-sweep")).size())
        .isEqualTo(1);
    assertThat(json(rest.get("/api/experiments?q=is:active&text=cold")).size()).isEqualTo(1);
    assertThat(json(search("hot")).get(0).get("found").toString())
        .isEqualTo("{\"curvature\":null,\"excess\":null,\"tau\":null,\"trend\":null}");
  }

  @Test
  void whatIsNoSearchIsRefusedWithItsPlaceAndWhatIsAllowed() {
    HttpResponse<String> answer = search("cold state:molten");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").asString())
        .isEqualTo(
            "q must have at character 12, behind state, one of queued, running, paused, finished,"
                + " failed, cancelled; it is molten.");
    assertThat(json(answer).at("/problems/0/field").asString()).isEqualTo("q");
  }

  @Test
  void theNextPageIsOfTheSameSearch() {
    submit("one two");
    submit("one three");
    String next =
        rest.get("/api/experiments?q=one+-two,three&limit=1")
            .headers()
            .firstValue("Link")
            .orElse("");
    assertThat(next).contains("q=one+-two%2Cthree", "after=");
  }

  @Test
  void aSearchIsKeptRenamedDeletedAndRestoredUnderOneAddress() {
    HttpResponse<String> kept =
        rest.post("/api/searches", "{\"name\": \"For the paper\", \"query\": \"tag:paper\"}");
    assertThat(kept.statusCode()).isEqualTo(201);
    String path = kept.headers().firstValue("Location").orElseThrow();
    assertThat(json(rest.get(path)).at("/links/page").asString())
        .isEqualTo("/?search=" + json(kept).get("id").asString());

    rest.put(path, "", "{\"name\": \"Paper\", \"query\": \"tag:paper is:favourite\"}");
    assertThat(json(rest.get("/api/searches")).get(0).get("name").asString()).isEqualTo("Paper");
    assertThat(rest.delete(path).statusCode()).isEqualTo(200);
    assertThat(rest.get(path).statusCode()).isEqualTo(404);
    assertThat(rest.post(path + "/restore", "").statusCode()).isEqualTo(200);
    assertThat(json(rest.get(path)).get("query").asString()).isEqualTo("tag:paper is:favourite");
  }

  @Test
  void aSearchThatCannotBeKeptIsRefusedWithEveryProblem() {
    assertThat(rest.post("/api/searches", "{\"name\": \" \", \"query\": \"curvature<few\"}").body())
        .contains(
            "name must have 1 to 100 characters",
            "query must have a number at character 11, such as curvature<3; it is few.");
    assertThat(rest.post("/api/searches", "{\"name\": 3, \"colour\": 1}").body())
        .contains("colour is not known here", "name must be a text", "query must be a text");
    assertThat(json(rest.get("/api/searches")).size()).isZero();
  }
}
