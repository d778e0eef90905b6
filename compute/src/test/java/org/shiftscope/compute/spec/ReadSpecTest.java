package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shiftscope.compute.spec.QuickStart.problemsOf;
import static org.shiftscope.compute.spec.QuickStart.quickStart;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ReadSpecTest {

  private static final JsonMapper JSON = new JsonMapper();

  static Stream<ExperimentSpec> presets() {
    return Presets.all().stream().map(Preset::spec);
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetSurvivesItsJson(ExperimentSpec spec) {
    String text = WriteSpec.toJson(spec).toString();
    assertThat(ReadSpec.from(JSON.readTree(text))).isEqualTo(spec);
  }

  @Test
  void eigenvaluesAndTracesAreReadWhereTheyAreGiven() {
    ObjectNode json = WriteSpec.toJson(Presets.all().getFirst().spec());
    assertThat(json.has("curvature")).isFalse();
    assertThat(((TemperatureSweep) ReadSpec.from(json)).curvature()).isEmpty();
    json.putObject("curvature").put("eigenvalues", 5).put("probes", 30);
    ExperimentSpec read = ReadSpec.from(json);
    assertThat(((TemperatureSweep) read).curvature()).contains(new CurvatureSpec(5, 30));
    assertThat(WriteSpec.toJson(read)).isEqualTo(json);
    json.putObject("curvature").put("eigenvalues", 0).put("probes", 301);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .containsExactly("curvature.eigenvalues", "curvature.probes");
  }

  @Test
  void theQuickStartComesFirst() {
    assertThat(Presets.all().getFirst().id()).isEqualTo("quick-start");
    assertThat(Presets.all().stream().map(Preset::id)).doesNotHaveDuplicates();
  }

  @Test
  void allProblemsAreReportedAtOnceEachByItsField() {
    ObjectNode json =
        (ObjectNode)
            JSON.readTree(
                """
                {"kind": "temperature-sweep", "title": " ",
                 "dataset": {"name": "digits", "trainSamples": 2000},
                 "network": {"name": "mlp", "hidden": [32, 0], "activation": "swish"},
                 "temperatures": [0.1, -1, 0.1],
                 "seeds": [1, 1.5],
                 "sgd": {"batchSize": 0, "flowTime": "long", "maxEpochs": 10, "lambda": -1},
                 "refinement": {"name": "flow", "trainTime": 5, "integrator": {"name": "euler"}},
                 "line": {"from": 0, "to": 2, "points": 7},
                 "epochs": 3}
                """);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .contains(
            "title",
            "dataset.trainSamples",
            "network.activation",
            "temperatures[1]",
            "temperatures",
            "seeds[1]",
            "sgd.flowTime",
            "refinement.testTime",
            "refinement.integrator.name",
            "line.from",
            "line.points",
            "epochs");
  }

  @Test
  void aProblemNamesTheFieldTheLawAndTheValue() {
    ObjectNode json = quickStart();
    ((ObjectNode) json.get("sgd")).put("batchSize", -4);
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("sgd.batchSize must be a whole number from 1 to 1000000; it is -4.");
  }

  @Test
  void aBatchLargerThanTheTrainSetIsRefused() {
    ObjectNode json = quickStart();
    ((ObjectNode) json.get("sgd")).put("batchSize", 1348);
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("sgd.batchSize must not exceed the 1347 train samples; it is 1348.");
  }

  @Test
  void theLawsOfAKindAreToldBesideThoseOfTraining() {
    ObjectNode json =
        (ObjectNode) WriteSpec.toJson(preset("overparametrized-digits")).put("title", "");
    ((ObjectNode) json.get("dataset")).put("trainSamples", 401);
    ((ObjectNode) json.get("sgd")).put("batchSize", 402).put("lambda", 0);
    json.putObject("network").put("name", "vgg9").put("batchNorm", true).put("width", 0.1);
    ((ObjectNode) json.get("modifiedSgd")).put("samples", 0);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "title",
            "dataset.trainSamples",
            "sgd.batchSize",
            "sgd.lambda",
            "network.batchNorm",
            "modifiedSgd.samples");
  }

  private static ExperimentSpec preset(String id) {
    return Presets.find(id).orElseThrow().spec();
  }

  @Test
  void anUnknownKindIsRefusedByName() {
    ObjectNode json = quickStart().put("kind", "annealing");
    assertThat(problemsOf(json))
        .containsExactly(
            new Problem(
                "kind",
                "must be one of " + String.join(", ", ExperimentSpec.kinds()),
                "annealing"));
  }

  @Test
  void numbersInSentencesAreThoseThatAPersonTypes() {
    ObjectNode json = quickStart();
    json.putArray("temperatures").add(1e-13).add(99_999_999_999.0).add(1e-13);
    ((ObjectNode) json.get("sgd")).put("flowTime", 3e9).put("lambda", -0.5);
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly(
            "temperatures[0] must be at least 1e-12; it is 1e-13.",
            "temperatures[2] must be at least 1e-12; it is 1e-13.",
            "temperatures must differ from one another; it is 1e-13, 99999999999, 1e-13.",
            "sgd.flowTime must be a number from 1e-9 to 1e9; it is 3e9.",
            "sgd.lambda must be a number from 0 to 100; it is -0.5.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd/lambda", "sgd/batchSize", "temperatures/0", "seeds/0", "line/from"})
  void aNumberOfHundredsOfDigitsIsRefusedAtItsField(String path) {
    ObjectNode json = quickStart();
    json.putArray("temperatures").add(0.01);
    String[] steps = path.split("/");
    JsonNode huge = JSON.readTree("-" + "9".repeat(400));
    switch (json.get(steps[0])) {
      case ArrayNode list -> list.set(0, huge);
      case ObjectNode part -> part.set(steps[1], huge);
      default -> throw new AssertionError(path);
    }
    assertThat(problemsOf(json))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field())
                  .isEqualTo(path.replaceAll("/0$", "[0]").replace('/', '.'));
              assertThat(problem.value().length()).isLessThan(202);
            });
  }

  @Test
  void ofThousandsOfProblemsAHundredAreToldAndTheOthersCounted() {
    ObjectNode json = quickStart();
    ArrayNode seeds = json.putArray("seeds");
    for (int i = 0; i < 5_000; i++) {
      seeds.add("seed");
    }
    json.put("colour", "red");
    InvalidSpec invalid = catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json));
    assertThat(invalid.count()).isEqualTo(5_001);
    assertThat(invalid.problems()).hasSize(101);
    assertThat(invalid.problems().get(99).field()).isEqualTo("seeds[99]");
    assertThat(invalid.problems().getLast().message())
        .isEqualTo("The spec has 4901 more problems beside these.");
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 4", "0007, 4", "007F, 4", "202E, 4", "2066, 4", "200F, 4", "D800, 4", "DC00, 4"
  })
  void aTitleHoldsNothingThatCannotBeSeenOrKept(String point, int character) {
    char bad = (char) Integer.parseInt(point, 16);
    ObjectNode json = quickStart().put("title", "a😀b" + bad + "c");
    assertThat(problemsOf(json))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("title");
              assertThat(problem.law())
                  .endsWith(": remove U+" + point + " at character " + character);
              assertThat(problem.value()).isEmpty();
            });
  }

  @Test
  void aTitleMayBeInAnyLanguageAndHoldPictures() {
    String title = "κ falls: רעש חום 温度 é 👩‍🔬";
    assertThat(ReadSpec.from(quickStart().put("title", title)).title()).isEqualTo(title);
  }

  @Test
  void whatIsNoObjectIsRefused() {
    assertThat(
            catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(JSON.readTree("[1]")))
                .problems())
        .isNotEmpty();
  }

  @Test
  void aTitleIsMadeWhereThereIsNone() {
    ObjectNode json = quickStart();
    json.remove("title");
    assertThat(ReadSpec.from(json).title()).isEqualTo("Temperature sweep of the mlp on UCI digits");
  }

  @ParameterizedTest
  @CsvSource({"-1,2,61", "-1,2,51", "-1.7,3.3,77", "-5,5,10001", "-1,1.1,51"})
  void theLineHoldsBothPointsExactlyAndAscends(double from, double to, int points) {
    double[] alphas = new LineSpec(from, to, points).alphas();
    assertThat(alphas)
        .hasSize(points)
        .contains(0.0)
        .contains(1.0)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(alphas[0]).isEqualTo(from);
    assertThat(alphas[points - 1]).isEqualTo(to);
  }
}
