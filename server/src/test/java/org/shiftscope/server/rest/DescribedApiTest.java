package org.shiftscope.server.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.ui.wording.Notation.escaped;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shiftscope.compute.estimate.Memory;
import org.shiftscope.compute.result.Diverged;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.server.problem.ProblemType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The OpenAPI document tells every route that is registered, and no other. */
class DescribedApiTest {

  private static final Path GOLDEN =
      Path.of("../compute/src/test/resources/org/shiftscope/compute/golden/results");

  private static final JsonNode EXECUTION =
      ResultJson.toJson(new Diverged("It diverged.", 7, new Execution("cpu", 1, "test")))
          .get("execution");

  private static RestAlone rest;
  private static List<Endpoint> routes;
  private static ObjectNode document;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    rest = new RestAlone(folder, new Memory(1_000_000_000L, 2_000_000_000L));
    routes = RestApi.endpoints(rest.javalin).stream().filter(DescribeApi::isRoute).toList();
    document = JsonMapper.shared().readTree(rest.get("/api/openapi.json").body()).asObject();
  }

  @AfterAll
  static void stop() throws Exception {
    rest.close();
  }

  @Test
  void everyRouteDescribesItself() {
    assertThat(
            routes.stream()
                .filter(route -> !(route.handler instanceof DescribedHandler))
                .map(
                    route ->
                        route.method.name()
                            + " "
                            + route.path
                            + " has no description: let "
                            + route.handler.getClass().getSimpleName()
                            + " implement DescribedHandler, as ShowExperiment does, and what it"
                            + " answers stands in /api/openapi.json."))
        .isEmpty();
  }

  @Test
  void theDocumentHasTheRoutesAndNoOther() {
    List<String> told =
        document
            .get("paths")
            .propertyStream()
            .flatMap(
                path ->
                    path.getValue().propertyNames().stream()
                        .filter(name -> !name.equals("parameters"))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
            .toList();

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            routes.stream().map(route -> route.method.name() + " " + route.path).toList())
        .hasSizeGreaterThan(20)
        .contains("POST /api/experiments", "GET /api/openapi.json");
  }

  @Test
  void everyOperationHasANameOfItsOwnAndEveryReferenceLeadsSomewhere() {
    assertThat(document.findValuesAsString("operationId")).doesNotHaveDuplicates();
    assertThat(references(document).distinct().filter(place -> document.at(place).isMissingNode()))
        .isEmpty();
    assertThat(document.get("openapi").asString()).startsWith("3.1.");
  }

  private static Stream<String> references(JsonNode node) {
    Stream<String> own =
        node.path("$ref").isString()
            ? Stream.of(node.get("$ref").asString().substring(1))
            : Stream.of();
    return node.isContainer()
        ? Stream.concat(own, node.valueStream().flatMap(DescribedApiTest::references))
        : own;
  }

  @Test
  void presetsAreSpecsByTheSchemaAndSlipsAreNone() {
    Presets.all()
        .forEach(
            preset ->
                assertThat(errors(WriteSpec.toJson(preset.spec()))).as(preset.id()).isEmpty());
    ObjectNode slip = WriteSpec.toJson(Presets.all().getFirst().spec());
    assertThat(errors(slip.put("colour", "red"))).isNotEmpty();
    slip.remove("colour");
    assertThat(errors(slip)).isEmpty();
    slip.withObject("/sgd").put("batchSize", "many");
    assertThat(errors(slip)).isNotEmpty();
    slip.remove("sgd");
    assertThat(errors(slip)).isNotEmpty();
  }

  /** Results of trials of every kind, kept from earlier versions: what trials are answered with. */
  @Test
  void resultsOfEveryKindAreWhatTheSchemaTellsAndNothingMore() throws IOException {
    var results = validator("TrialResult", true);
    try (Stream<Path> golden = Files.list(GOLDEN)) {
      for (Path file : golden.toList()) {
        JsonNode kept = JsonMapper.shared().readTree(file);
        ObjectNode result = ResultJson.toJson(ResultJson.fromJson(kept.get("result")));
        result.set("execution", EXECUTION); // which golden files leave out
        assertThat(results.validate(result)).as(file.toString()).isEmpty();
        assertThat(results.validate(result.put("colour", "red"))).isNotEmpty();
      }
    }
  }

  private static List<Error> errors(JsonNode spec) {
    return validator("ExperimentSpec", false).validate(spec);
  }

  /** {@code closed}: a field that the schema does not tell is refused. */
  private static Schema validator(String name, boolean closed) {
    ObjectNode schema = document.deepCopy();
    if (closed) {
      ValidateAnswers.close(schema);
      schema.put("unevaluatedProperties", false);
    }
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(schema.put("$ref", "#/components/schemas/" + name));
  }

  @Test
  void fieldsOfSpecsSayWhatTheyMeanAndWhatTheyAreWhenLeftOut() {
    JsonNode sgd = document.at("/components/schemas/SgdSpec.AtTemperature");

    assertThat(sgd.at("/properties/batchSize/description").asString())
        .isEqualTo("Samples in a minibatch B, 1 to 1,000,000.");
    assertThat(sgd.at("/properties/flowTime/description").asString()).contains("1e-9 to 1e9");
    assertThat(sgd.get("required").valueStream().map(JsonNode::asString))
        .containsExactly("batchSize", "flowTime", "maxEpochs", "lambda");
    assertThat(document.at("/components/schemas/NetworkSpec.Cnn/properties/kernel/default").asInt())
        .isEqualTo(5);
    assertThat(
            document
                .at("/components/schemas")
                .propertyStream()
                .filter(
                    schema ->
                        schema.getValue().has("additionalProperties")
                            && schema.getValue().has("properties"))
                .flatMap(
                    schema ->
                        schema
                            .getValue()
                            .get("properties")
                            .propertyStream()
                            .filter(field -> !field.getValue().has("const"))
                            .filter(field -> !field.getValue().has("description"))
                            .map(field -> schema.getKey() + "." + field.getKey())))
        .as("fields of specs whose record says nothing of them: add @param to its Javadoc")
        .isEmpty();
  }

  @Test
  void theTypeOfAnErrorLeadsToAPageThatExplainsIt() {
    for (ProblemType type : ProblemType.values()) {
      assertThat(rest.get(type.path()).body())
          .contains(escaped(type.title()))
          .contains(escaped(type.explanation()));
    }
    JsonNode unknown = JsonMapper.shared().readTree(rest.get("/api/elsewhere").body());
    assertThat(rest.get(unknown.get("type").asString()).body()).contains("There is nothing here");
    assertThat(rest.get("/api/elsewhere").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(unknown.get("instance").asString()).isEqualTo("/api/elsewhere");
  }

  @Test
  void thePageOfTheDescriptionLoadsNothingFromElsewhere() {
    String page = rest.get("/api/docs").body();

    assertThat(page).doesNotContain("//cdn").doesNotContain("https://");
    Stream.of("swagger-ui.css", "swagger-ui-bundle.js", "docs.css", "docs.js")
        .forEach(
            file -> {
              assertThat(page.contains(file)).isTrue();
              assertThat(rest.get("/api/docs/" + file).statusCode()).isEqualTo(200);
            });
    assertThat(rest.get("/api/docs/secret").statusCode()).isEqualTo(404);
  }
}
