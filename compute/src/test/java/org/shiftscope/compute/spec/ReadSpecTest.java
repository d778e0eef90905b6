package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
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

  static Stream<NetworkSpec> networks() {
    return Stream.of(Initialisation.values())
        .flatMap(
            initialisation ->
                Stream.of(
                    new NetworkSpec.Mlp(List.of(5), Activation.GELU, 0.5, initialisation),
                    new NetworkSpec.Cnn(
                        List.of(4, 8), 3, List.of(6), Activation.TANH, 2, initialisation),
                    new NetworkSpec.Vgg9(Activation.RELU, 0.125, initialisation),
                    new NetworkSpec.Vgg9(true, Activation.RELU, 0.125, initialisation),
                    new NetworkSpec.Vgg16(Activation.GELU, 1, initialisation),
                    new NetworkSpec.ResNet10(Activation.TANH, 0.01, initialisation)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void everyNetworkSurvivesItsJson(NetworkSpec network) {
    TemperatureSweep spec = on(DatasetName.CIFAR_10, network);
    assertThat(ReadSpec.from(JSON.readTree(WriteSpec.toJson(spec).toString()))).isEqualTo(spec);
  }

  @Test
  void aSpecFromBeforeInitialisationsWereAChoiceHasHes() {
    ObjectNode json = quickStart();
    ((ObjectNode) json.get("network")).remove("initialisation");
    assertThat(ReadSpec.from(json)).isEqualTo(Presets.all().getFirst().spec());
    assertThat(((TemperatureSweep) ReadSpec.from(json)).network().initialisation())
        .isEqualTo(Initialisation.HE);
  }

  @Test
  void aVgg9FromBeforeBatchNormWasAChoiceHasNone() {
    var spec = on(DatasetName.DIGITS, new NetworkSpec.Vgg9(Activation.RELU, 1, Initialisation.HE));
    ObjectNode json = WriteSpec.toJson(spec);
    json.get("network").asObject().remove("batchNorm");
    assertThat(ReadSpec.from(json)).isEqualTo(spec);
    json.get("network").asObject().put("batchNorm", "yes");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("network.batchNorm must be true or false; it is \"yes\".");
  }

  @ParameterizedTest
  @CsvSource({
    "digits, vgg9, true",
    "digits, vgg16, false",
    "digits, resnet10, true",
    "mnist, vgg9, false",
    "mnist, vgg16, false",
    "fashion-mnist, resnet10, false",
    "cifar-10, vgg9, true",
    "cifar-10, vgg16, true",
    "cifar-10, resnet10, true"
  })
  void aNetworkTakesTheImagesThatItCanHalve(String dataset, String network, boolean legal) {
    ObjectNode json = quickStart();
    ((ObjectNode) json.get("dataset")).removeAll().put("name", dataset);
    ((ObjectNode) json.get("network")).removeAll().put("name", network);
    if (legal) {
      assertThat(ReadSpec.from(json)).isInstanceOf(TemperatureSweep.class);
    } else {
      assertThat(problemsOf(json)).extracting(Problem::field).containsExactly("network.name");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'mlp','hidden':[8192,8192],'width':8} | hidden | 4497080330",
        "{'name':'mlp','hidden':[10000,10000],'width':8} | hidden | 6646720010",
        "{'name':'cnn','filters':[1024,1024],'kernel':7,'dense':[],'width':8} | filters | 3289554944",
        "{'name':'cnn','filters':[8],'kernel':3,'dense':[10000,10000],'width':8} | dense | 7711681802"
      })
  void aNetworkOfMoreParametersThanAnArrayCountsIsRefusedAtItsLayers(
      String network, String field, long parameters) {
    ObjectNode json = quickStart();
    json.set("network", JSON.readTree(network.replace('\'', '"')));
    assertThat(problemsOf(json))
        .first()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("network." + field);
              assertThat(problem.law()).startsWith("must make at most 2147483647 parameters");
              assertThat(problem.value()).isEqualTo(Long.toString(parameters));
            });
  }

  @Test
  void aNetworkThatCannotHalveTheImagesIsToldWhichItCan() {
    ObjectNode json = quickStart();
    ((ObjectNode) json.get("network")).removeAll().put("name", "vgg16");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly(
            "network.name must take the 8 × 8 images of UCI digits: it halves their sides 5 times, and goes with"
                + " CIFAR-10; it is vgg16.");
  }

  @Test
  void aNamedNetworkRefusesLayersAndAWrongWidth() {
    ObjectNode json = quickStart();
    ((ObjectNode) json.get("dataset")).removeAll().put("name", "cifar-10");
    ((ObjectNode) json.get("network"))
        .removeAll()
        .put("name", "resnet10")
        .put("width", 9)
        .put("initialisation", "zero");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("network.initialisation must be one of he, truncated-normal; it is zero.");
    ((ObjectNode) json.get("network")).remove("initialisation");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("network.width must be a number from 0.01 to 8; it is 9.");
    ((ObjectNode) json.get("network")).put("width", 1).putArray("filters").add(4);
    assertThat(problemsOf(json)).extracting(Problem::field).containsExactly("network.filters");
  }

  private static TemperatureSweep on(DatasetName images, NetworkSpec network) {
    TemperatureSweep base = (TemperatureSweep) Presets.all().getFirst().spec();
    return new TemperatureSweep(
        base.title(),
        new TrainingSpec(
            DatasetSpec.all(images), network, base.temperatures(), base.seeds(), base.sgd()),
        base.refinement(),
        base.line());
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

  private static ObjectNode scheduled() {
    ObjectNode json = quickStart();
    json.remove("temperatures");
    json.putObject("sgd")
        .put("plan", "scheduled")
        .put("learningRate", 0.3)
        .put("batchSize", 100)
        .put("epochs", 10)
        .put("lambda", 1e-5);
    return json;
  }

  @Test
  void aScheduleSetsTheTemperatureAndDropsAtExactSteps() {
    ObjectNode json = scheduled();
    ((ObjectNode) json.get("sgd")).putArray("drops").add(0.5).add(0.75);
    TemperatureSweep spec = (TemperatureSweep) ReadSpec.from(json);
    assertThat(spec.sgd())
        .isEqualTo(new SgdSpec.Scheduled(0.3, 100, 10, 0, List.of(0.5, 0.75), 0.1, 1e-5));
    assertThat(spec.trialCount()).isEqualTo(3);
    assertThat(spec.temperatureOf(0)).isEqualTo(0.3 / 100);
    SgdCourse course = spec.training().course(0);
    assertThat(course.stepsAt(spec.temperatureOf(0))).isEqualTo(130); // 13 batches of 1,347
    assertThat(course.drops(spec.temperatureOf(0))).containsExactly(65L, 98L);
    assertThat(course.flowTime(spec.temperatureOf(0)))
        .isCloseTo(0.3 * 65 + 0.03 * 33 + 0.003 * 32, org.assertj.core.data.Offset.offset(1e-12));
    assertThat(course.capped(spec.temperatureOf(0))).isFalse();
    assertThat(spec.training().sgdCost(0)).isEqualTo(13_000);
    assertThat(ReadSpec.from(JSON.readTree(WriteSpec.toJson(spec).toString()))).isEqualTo(spec);
    assertThat(ReadSpec.from(json.set("temperatures", JSON.readTree("[0.003]"))))
        .isInstanceOf(TemperatureSweep.class);
  }

  @Test
  void aScheduleHasLawsOfItsOwn() {
    ObjectNode json = scheduled();
    json.putArray("temperatures").add(0.01);
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly(
            "temperatures must be left out, or be the plan's own alone: learning rate / batch size ="
                + " 0.003; it is 0.01.");
    ((ObjectNode) json.get("sgd"))
        .put("learningRate", 1e6)
        .put("momentum", 1)
        .put("dropFactor", 2)
        .put("epochs", 0)
        .putArray("drops")
        .add(0.7)
        .add(0.3)
        .add(1);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .containsExactly(
            "sgd.learningRate",
            "sgd.epochs",
            "sgd.momentum",
            "sgd.drops[2]",
            "sgd.drops",
            "sgd.dropFactor");
    ((ObjectNode) json.get("sgd")).put("plan", "annealed");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("sgd.plan must be one of at-temperature, scheduled; it is annealed.");
  }

  @ParameterizedTest
  @CsvSource({"momentum, momentum, 0.9", "anti-pgd, sigma, 1e-3", "isotropic, epsilon, 0.5"})
  void dynamicsBesidePlainStepsAreReadAndWritten(String name, String field, double value) {
    ObjectNode json = quickStart();
    ObjectNode dynamics = json.get("sgd").asObject().putObject("dynamics");
    dynamics.put("name", name).put(field, value);
    ExperimentSpec spec = ReadSpec.from(json);
    assertThat(WriteSpec.toJson(spec)).isEqualTo(json);
    assertThat(spec).isNotEqualTo(ReadSpec.from(quickStart()));
    dynamics.put(field, -1);
    assertThat(problemsOf(json))
        .extracting(Problem::field)
        .containsExactly("sgd.dynamics." + field);
    dynamics.put("name", "adam");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly(
            "sgd.dynamics.name must be one of momentum, anti-pgd, isotropic; it is adam.");
  }

  /** T is the effective temperature η / (B (1 − μ)), for the same number of steps. */
  @Test
  void momentumAtATemperatureTakesTheStepsOfPlainSgdAtASmallerRate() {
    var plain = new SgdCourse(new SgdSpec.AtTemperature(20, 60, 1_000, 0), 100);
    var rolling =
        new SgdCourse(
            new SgdSpec.AtTemperature(20, 60, 1_000, 0, Optional.of(new Dynamics.Momentum(0.75))),
            100);
    assertThat(plain.learningRate(0.01)).isEqualTo(0.2);
    assertThat(rolling.learningRate(0.01)).isEqualTo(0.05);
    assertThat(rolling.stepsAt(0.01)).isEqualTo(plain.stepsAt(0.01)).isEqualTo(300);
    assertThat(rolling.flowTime(0.01)).isEqualTo(plain.flowTime(0.01));
    assertThat(rolling.lastFlow(0.01)).isEqualTo(0.2);
    var window = new WindowSpec(8, 8, false);
    assertThat(window.steps(rolling, 0.01)).isEqualTo(window.steps(plain, 0.01)).isEqualTo(40);
  }

  @Test
  void thePlanAtATemperatureIsMeantAndWrittenWithoutItsName() {
    ObjectNode json = quickStart();
    assertThat(json.get("sgd").has("plan")).isFalse();
    ((ObjectNode) json.get("sgd")).put("plan", "at-temperature");
    assertThat(WriteSpec.toJson(ReadSpec.from(json))).isEqualTo(quickStart());
    json.remove("temperatures");
    assertThat(problemsOf(json))
        .extracting(Problem::message)
        .containsExactly("temperatures is missing.");
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

  @Test
  void logarithmicTemperaturesHaveTheirEndsExactlyAndEqualRatios() {
    List<Double> values = new Temperatures.Logarithmic(3e-3, 3e-2, 4).values();
    assertThat(values).hasSize(4).startsWith(3e-3).endsWith(3e-2);
    assertThat(values.get(1) / values.get(0))
        .isCloseTo(values.get(3) / values.get(2), org.assertj.core.data.Offset.offset(1e-12));
  }

  @Test
  void everyTemperatureHasTheSameFlowTime() {
    TemperatureSweep sweep = (TemperatureSweep) Presets.all().getFirst().spec();
    for (double temperature : sweep.temperatures().values()) {
      SgdCourse course = sweep.training().course(0);
      double flowTime = course.learningRate(temperature) * course.stepsAt(temperature);
      // Half a step off at most.
      assertThat(Math.abs(flowTime - 600)).isLessThan(temperature * 32);
    }
  }

  private static ObjectNode quickStart() {
    return WriteSpec.toJson(Presets.all().getFirst().spec());
  }

  private static List<Problem> problemsOf(ObjectNode json) {
    return catchThrowableOfType(InvalidSpec.class, () -> ReadSpec.from(json)).problems();
  }
}
