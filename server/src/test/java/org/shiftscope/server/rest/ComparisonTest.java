package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@Timeout(60)
class ComparisonTest extends RestAloneStory {

  @Test
  void whatDiffersIsSaidBeforeThereAreResults() {
    String plain = submit(spec());
    ObjectNode other = spec();
    ((ObjectNode) other.get("sgd"))
        .putObject("dynamics")
        .put("name", "momentum")
        .put("momentum", 0.9);
    ((ObjectNode) other.get("sgd")).put("batchSize", 8);
    JsonNode found = json("/api/comparison?experiments=" + plain + "," + submit(other));

    assertThat(found.get("type").asString()).isEqualTo("experiment-comparison");
    assertThat(found.get("experiments").get(0).asString()).isEqualTo(plain);
    assertThat(found.at("/others/0/differences/1/field").asString()).isEqualTo("sgd.dynamics");
    assertThat(found.at("/others/0/confounded").asBoolean()).isTrue();
    assertThat(found.at("/others/0/sentence").asString())
        .isEqualTo(
            "Confounded: it differs in 2 things, and what is found may come of any of them:"
                + " sgd.batchSize: 32 → 8; sgd.dynamics: plain → momentum 0.9.");
    assertThat(found.at("/quantities/0/others/0/temperatures/0/pairs").asInt()).isZero();
    assertThat(found.get("tests").asInt()).isZero();
  }

  @Test
  void whatCannotBeComparedIsRefusedByItsPlaceInTheList() {
    ObjectNode high = spec();
    high.putArray("temperatures").add(0.1);
    String ids = submit(spec()) + "," + submit(high);

    assertThat(problem(ids).at("/problems/0/field").asString()).isEqualTo("experiments[1]");
    assertThat(problem(ids).get("detail").asString())
        .startsWith(
            "experiments[1] must have a temperature in common with the first experiment, which has"
                + " T = 0.003, ");
    assertThat(problem(submit(spec()) + ",nosuchthing1").get("detail").asString())
        .startsWith("experiments[1] must be the id of an experiment of this server");
  }

  @Test
  void oneExperimentAndTooManyAreRefused() {
    String one = submit(spec());
    assertThat(rest.get("/api/comparison").statusCode()).isEqualTo(400);
    assertThat(rest.get("/api/comparison?experiments=" + one + "," + one).body())
        .contains("must be 2 to 8 ids");
    assertThat(rest.get("/api/comparison?experiments=a,b,c,d,e,f,g,h,i").body())
        .contains("9 of them");
    assertThat(
            rest.get("/api/comparison?experiments=" + one + "," + submit(spec()) + "&include=some")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void itsFiguresAreListedAndEachHasItsNumbersAndItsScript() {
    String query = "?experiments=" + submit(spec()) + "," + submit(spec());
    JsonNode all = json("/api/comparison/figures" + query);

    assertThat(all)
        .extracting(each -> each.get("id").asString())
        .containsExactly("differences", "means");
    assertThat(all.at("/0/link").asString())
        .isEqualTo("/api/comparison/figures/differences" + query);
    assertThat(rest.get(all.at("/0/link").asString()).body()).startsWith("\"layer\",");
    var script = rest.get("/api/comparison/figures/means" + query + "&format=python");
    assertThat(script.body()).contains("comparison-means.csv");
    assertThat(script.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"comparison-means.py\"");
    assertThat(rest.get("/api/comparison/figures/none" + query).body())
        .contains("There is no figure none. There are differences, means.");
  }

  @Test
  void whatAFigureOfAComparisonDoesNotHaveIsRefusedByField() {
    String ids = submit(spec()) + "," + submit(spec());
    var answer =
        rest.get(
            "/api/comparison/figures?quantity=nothing&spread=wide&lines=a&x=here&log=z&experiments="
                + ids);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JsonMapper.shared().readTree(answer.body()).get("problems"))
        .extracting(each -> each.get("field").asString())
        .containsExactlyInAnyOrder("quantity", "spread", "lines[0]", "x", "y", "log");
    assertThat(answer.body()).contains("must be one of deviation, error, interval");
  }

  private static ObjectNode spec() {
    return WriteSpec.toJson(Presets.all().getFirst().spec());
  }

  private JsonNode problem(String ids) {
    var answer = rest.get("/api/comparison?experiments=" + ids);
    assertThat(answer.statusCode()).isEqualTo(400);
    return JsonMapper.shared().readTree(answer.body());
  }

  private String submit(ObjectNode spec) {
    return JsonMapper.shared()
        .readTree(rest.post("/api/experiments", spec.toString()).body())
        .get("id")
        .asString();
  }

  private JsonNode json(String path) {
    return JsonMapper.shared().readTree(rest.get(path).body());
  }
}
