package org.shiftscope.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Initialisation;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.ui.Planted;
import org.shiftscope.ui.kind.KindPage;
import tools.jackson.databind.node.ObjectNode;

class FieldsFormTest {

  static List<Preset> presets() {
    return Presets.all();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aFormFilledFromAPresetGivesAnEqualSpec(Preset preset) {
    ExperimentSpec quickStart = Presets.all().getFirst().spec();
    assertThat(ReadSpec.from(filledFrom(preset.spec()).toJson(), id -> Optional.of(quickStart)))
        .isEqualTo(preset.spec());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void whatIsTypedRightOrWrongIsToldByNameAndTypedAnewIntoAnotherForm(Preset preset) {
    FieldsForm form = filledFrom(preset.spec());
    assertThat(form.typed()).isEmpty();
    Map<String, String> wrong = new LinkedHashMap<>();
    form.textFields().forEach(name -> wrong.put(name, "1,5; ½ & more =" + name));
    form.type(wrong);
    assertThat(form.typed()).isEqualTo(wrong);
    FieldsForm other = filledFrom(preset.spec());
    other.type(form.typed());
    assertThat(other.typed()).isEqualTo(wrong);
    assertThat(other.toJson()).isEqualTo(form.toJson());
    other.type(Map.of("no.such.field", "x"));
    assertThat(other.typed()).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,5 2,3|[\"1,5\",\"2,3\"]",
        "1,5; 2|[\"1,5\",2]",
        "1,5,2|[1,5,2]",
        "0.1,0.2, 0.3|[0.1,0.2,0.3]",
        "0.1 0.2|[0.1,0.2]"
      })
  void aDecimalCommaAmongOtherSeparatorsIsNotSilentlyAList(String typed, String json) {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    form.type(Map.of("choose.temperatures", "listed", "temperatures", typed));
    assertThat(form.toJson().get("temperatures").toString()).isEqualTo(json);
  }

  @Test
  void aChoiceThatWasMadeIsToldBesideTheFieldOfTheSamePlace() {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    Map<String, String> typed =
        Map.of("choose.temperatures", "listed", "temperatures", "0.001, abc", "dataset.name", "?");
    form.type(typed);
    assertThat(form.typed())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("choose.temperatures", "listed", "temperatures", "0.001, abc"));
    assertThat(form.toJson().at("/temperatures").toString()).isEqualTo("[0.001,\"abc\"]");
  }

  @Test
  void aFormFilledFromListedTemperaturesAndAFixedRateGivesAnEqualSpec() {
    TemperatureSweep base = Planted.sweep("Listed", List.of(1e-7, 0.012345678901234), 2);
    var spec =
        new TemperatureSweep(
            base.title(),
            base.training(),
            new RefinementSpec.Flow(5, 1, new RefinementSpec.Integrator.FixedRate(1e-4)),
            base.line());
    assertThat(ReadSpec.from(filledFrom(spec).toJson())).isEqualTo(spec);
  }

  @Test
  void earlierFlowTimesAreAskedForAndLeftOutAgain() {
    TemperatureSweep base = Planted.sweep("Times", List.of(0.01), 2);
    TemperatureSweep spec = Planted.atEarlierTimes(base, 0.04, 0.2);
    FieldsForm form = filledFrom(spec);
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(spec);
    form.fill(base);
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(base);
  }

  @Test
  void aFormFilledFromAScheduleGivesAnEqualSpecAndAsksForNoTemperature() {
    TemperatureSweep base = Planted.sweep("Scheduled", List.of(0.01), 2);
    SgdSpec plan = new SgdSpec.Scheduled(0.3, 30, 12, 0.9, List.of(0.5, 0.75), 0.2, 1e-4);
    ObjectNode json = WriteSpec.toJson(base);
    json.remove("temperatures");
    json.set("sgd", planOf(plan));
    TemperatureSweep spec = (TemperatureSweep) ReadSpec.from(json);
    assertThat(spec.sgd()).isEqualTo(plan);
    FieldsForm form = filledFrom(spec);
    assertThat(form.toJson().has("temperatures")).isFalse();
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(spec);
    form.fill(base);
    assertThat(form.toJson().has("temperatures")).isTrue();
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(base);
  }

  static List<Dynamics> dynamics() {
    return List.of(
        new Dynamics.Momentum(0.75), new Dynamics.AntiPgd(0.002), new Dynamics.Isotropic(0.5));
  }

  @ParameterizedTest
  @MethodSource("dynamics")
  void dynamicsBesidePlainStepsAreAskedForAndLeftOutAgain(Dynamics dynamics) {
    TemperatureSweep base = Planted.sweep("Dynamics", List.of(0.01), 2);
    SgdSpec.AtTemperature plain = (SgdSpec.AtTemperature) base.sgd();
    TemperatureSweep spec =
        new TemperatureSweep(
            base.title(),
            new TrainingSpec(
                base.dataset(),
                base.network(),
                base.temperatures(),
                base.seeds(),
                new SgdSpec.AtTemperature(
                    plain.batchSize(),
                    plain.flowTime(),
                    plain.maxEpochs(),
                    plain.lambda(),
                    Optional.of(dynamics))),
            base.refinement(),
            base.line());
    FieldsForm form = filledFrom(spec);
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(spec);
    assertThat(SayRates.of(spec.training()))
        .contains(
            dynamics.momentum() > 0
                ? "η = T · B · (1 − μ) from"
                : "does not count the added noise");
    form.fill(base);
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(base);
    assertThat(SayRates.of(base.training())).contains("η = T · B from").endsWith("at the highest.");
  }

  private static ObjectNode planOf(SgdSpec plan) {
    TemperatureSweep base = Planted.sweep("Plan", List.of(0.01), 1);
    var training =
        new TrainingSpec(
            base.dataset(),
            base.network(),
            new Temperatures.Listed(List.of(plan.ownTemperature().orElseThrow())),
            base.seeds(),
            plan);
    var sweep = new TemperatureSweep("Plan", training, base.refinement(), base.line());
    return (ObjectNode) WriteSpec.toJson(sweep).get("sgd");
  }

  @Test
  void eigenvaluesAndTracesAreInTheSpecWhereTheyAreChosen() {
    var spec = Planted.sweep("Spectra", List.of(0.1), 1, Optional.of(new CurvatureSpec(7, 12)));
    FieldsForm form = filledFrom(spec);
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(spec);
    form.fill(Planted.sweep("Spectra", List.of(0.1), 1));
    assertThat(form.toJson().has("curvature")).isFalse();
  }

  @Test
  void splitsAreInTheSpecWhereTheyAreMadeAnew() {
    TemperatureSweep given = Planted.sweep("Splits", List.of(0.1), 2);
    ObjectNode json = WriteSpec.toJson(given);
    json.withObjectProperty("dataset").putArray("splits").add(4).add(1);
    FieldsForm form = filledFrom(ReadSpec.from(json));
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(ReadSpec.from(json));
    assertThat(((TemperatureSweep) ReadSpec.from(form.toJson())).trialCount()).isEqualTo(4);
    form.fill(given);
    assertThat(form.toJson().path("dataset").has("splits")).isFalse();
    assertThat(ReadSpec.from(form.toJson())).isEqualTo(given);
  }

  static Stream<NetworkSpec> networks() {
    return Stream.of(Initialisation.values())
        .flatMap(
            initialisation ->
                Stream.of(
                    new NetworkSpec.Mlp(List.of(16, 8), Activation.GELU, 2, initialisation),
                    new NetworkSpec.Cnn(
                        List.of(4, 8), 3, List.of(), Activation.TANH, 1, initialisation),
                    new NetworkSpec.Vgg9(Activation.GELU, 0.125, initialisation),
                    new NetworkSpec.Vgg9(true, Activation.GELU, 0.125, initialisation),
                    new NetworkSpec.Vgg16(Activation.RELU, 1, initialisation),
                    new NetworkSpec.ResNet10(Activation.TANH, 0.25, initialisation)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aFormFilledFromAnyNetworkGivesAnEqualSpec(NetworkSpec network) {
    TemperatureSweep base = Planted.sweep("Networks", List.of(0.01), 1);
    var spec =
        new TemperatureSweep(
            base.title(),
            new TrainingSpec(
                new DatasetSpec(DatasetName.CIFAR_10, 500, 100),
                network,
                base.temperatures(),
                base.seeds(),
                base.sgd()),
            base.refinement(),
            base.line());
    assertThat(ReadSpec.from(filledFrom(spec).toJson())).isEqualTo(spec);
  }

  @ParameterizedTest
  @CsvSource({"vgg16", "resnet10"})
  void aNamedNetworkHasNoLayersToFillIn(String name) {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    field(form, "network.name").value().setValue(name);
    assertThat(form.toJson().path("network").propertyNames())
        .containsExactlyInAnyOrder("name", "activation", "width", "initialisation");
  }

  @Test
  void aNetworkThatCannotHalveTheImagesIsRefusedAtTheNetwork() {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    field(form, "network.name").value().setValue("vgg16");
    assertThat(form.show(problems(form))).isEmpty();
    assertThat(error(form, "network.name"))
        .isEqualTo(
            "Must take the 8 × 8 images of UCI digits: it halves their sides 5 times, and goes with CIFAR-10; it is vgg16.");
  }

  @Test
  void aProblemStandsAtItsFieldAndGoesWhenMended() {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    field(form, "sgd.batchSize").value().setValue("5000");
    List<Problem> homeless = form.show(problems(form));
    assertThat(homeless).isEmpty();
    assertThat(error(form, "sgd.batchSize"))
        .isEqualTo("Must not exceed the 1347 train samples; it is 5000.");
    field(form, "sgd.batchSize").value().setValue("32");
    form.show(problems(form));
    assertThat(error(form, "sgd.batchSize")).isEmpty();
  }

  @Test
  void textThatIsNoNumberIsRefusedWhereItStands() {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    field(form, "seeds").value().setValue("0, one");
    field(form, "sgd.lambda").value().setValue("");
    form.show(problems(form));
    assertThat(error(form, "seeds")).startsWith("Entry 2 must be a whole number");
    assertThat(error(form, "sgd.lambda")).isEqualTo("Is needed.");
  }

  @Test
  void onlyTheChosenNetworksFieldsAreInTheSpec() {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    field(form, "network.name").value().setValue("cnn");
    assertThat(form.toJson().path("network").propertyNames())
        .containsExactlyInAnyOrder(
            "name", "filters", "kernel", "dense", "activation", "width", "initialisation");
    assertThat(ReadSpec.from(form.toJson())).isInstanceOf(TemperatureSweep.class);
    assertThat(field(form, "network.hidden").component().isVisible()).isFalse();
  }

  @Test
  void eachRefinementBringsItsOwnFields() {
    FieldsForm form = filledFrom(Presets.all().getFirst().spec());
    field(form, "refinement.name").value().setValue("minimum");
    assertThat(form.toJson().path("refinement").propertyNames())
        .containsExactlyInAnyOrder("name", "tolerance", "maxGradients");
    field(form, "refinement.name").value().setValue("flow");
    field(form, "refinement.integrator.name").value().setValue("fixed-rate");
    assertThat(form.toJson().path("refinement").path("integrator").propertyNames())
        .containsExactlyInAnyOrder("name", "rate");
  }

  private static FieldsForm filledFrom(ExperimentSpec spec) {
    var form =
        new FieldsForm(
            spec.kind(), KindPage.of(spec).sections(), new QueueingFields(TrialLimits.NONE));
    form.fill(spec);
    return form;
  }

  private static List<Problem> problems(FieldsForm form) {
    try {
      ReadSpec.from(form.toJson());
      return List.of();
    } catch (InvalidSpec invalid) {
      return invalid.problems();
    }
  }

  private static Field field(FieldsForm form, String path) {
    return form.field(path);
  }

  private static String error(FieldsForm form, String path) {
    String message = ((HasValidationProperties) form.field(path).component()).getErrorMessage();
    return message == null ? "" : message;
  }
}
