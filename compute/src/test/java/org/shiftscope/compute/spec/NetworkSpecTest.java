package org.shiftscope.compute.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shiftscope.compute.spec.QuickStart.problemsOf;
import static org.shiftscope.compute.spec.QuickStart.quickStart;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Networks in specs: their laws, and their JSON of now and of old. */
class NetworkSpecTest {

  private static final JsonMapper JSON = new JsonMapper();

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
}
