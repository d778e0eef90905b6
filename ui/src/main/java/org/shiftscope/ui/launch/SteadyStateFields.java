package org.shiftscope.ui.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.PlantedModel.Linear;
import org.shiftscope.compute.spec.PlantedModel.Logistic;
import org.shiftscope.compute.spec.PlantedModel.TanhMlp;
import org.shiftscope.compute.spec.PlantedModel.TwoWells;
import org.shiftscope.compute.spec.Replacement;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a steady state. */
final class SteadyStateFields implements KindFields {

  private final Field model =
      Field.chosen(
          "model.name",
          Shape.TEXT,
          "Model",
          models(),
          "Each with data drawn from a planted truth; real minibatch SGD in float64.");

  private final List<Field> title =
      List.of(
          Field.typed(
              "title", Shape.TEXT, "Title", "", "A name for the lists; it changes no number.", ""),
          model);

  private final List<Field> modelFields =
      List.of(
          number("model.samples", "Samples N", "", "Training samples, 10 to 10,000.", "200"),
          number("model.dimension", "Dimension d", "", "Parameters and features, 1 to 30.", "4")
              .when(() -> is(Linear.NAME) || is(Logistic.NAME)),
          number(
                  "model.condition",
                  "Condition",
                  "",
                  "Largest to smallest variance of a feature.",
                  "10")
              .when(() -> is(Linear.NAME) || is(Logistic.NAME)),
          number("model.tilt", "Tilt", "", "L = ½ (θ² − 1)² − tilt · θ, 0 to 0.5.", "0.1")
              .when(() -> is(TwoWells.NAME)),
          number("model.inputs", "Inputs", "", "Numbers that go in, 1 to 10.", "2")
              .when(() -> is(TanhMlp.NAME)),
          number("model.hidden", "Hidden units", "", "At most 30 parameters in all.", "2")
              .when(() -> is(TanhMlp.NAME)),
          number("model.labelNoise", "Label noise", "", "Deviation of the labels.", "1")
              .when(() -> !is(Logistic.NAME)),
          number(
                  "model.heteroscedasticity",
                  "Heteroscedasticity",
                  "",
                  "More label noise along one direction: above 0, C and H do not commute.",
                  "5")
              .when(() -> is(Linear.NAME)),
          number("model.dataSeed", "Data seed", "", "All trials share the data.", "1"));

  private final TemperatureFields temperatures = new TemperatureFields();

  private final List<Field> others =
      List.of(
          Field.typed(
              "batchSizes",
              Shape.NUMBERS,
              "Batch sizes B",
              "samples",
              "Each at every temperature, with learning rate η = T · B.",
              "1, 4"),
          Field.typed("seeds", Shape.NUMBERS, "Seeds", "", "Of SGD alone.", "0, 1"));

  private final List<Field> sgd =
      List.of(
          Field.chosen(
              "replacement",
              Shape.TEXT,
              "Batches",
              replacements(),
              "Theory is about draws with replacement."),
          number(
              "flowTime",
              "Flow time",
              "η · steps",
              "Sampled; 320 relaxation times 1 / h of the softest direction, or more.",
              "40000"),
          number("burnIn", "Burn-in", "η · steps", "Before sampling.", "200"),
          number("lambda", "L2 coefficient λ", "", "Adds (λ/2)·‖θ‖² to the loss.", "0"),
          number(
              "epsilon",
              "Added noise ε",
              "",
              "Deviation of noise on each sample's gradient (Eq. 13).",
              "0"),
          number(
              "margin",
              "Margin",
              "share",
              "Within which two (η, B) at equal T count as equivalent.",
              "0.1"));

  private final FieldSection modelSection = new FieldSection("Model and data", modelFields);
  private final FieldSection temperatureSection =
      new FieldSection("Temperatures, batch sizes and seeds", temperatures.shownWith(others));
  private final FieldSection sgdSection = new FieldSection("SGD", sgd);

  @Override
  public String kind() {
    return SteadyState.KIND;
  }

  @Override
  public List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name and model", title), modelSection, temperatureSection, sgdSection);
  }

  @Override
  public List<Field> all() {
    return Stream.of(title, modelFields, temperatures.fields(), others, sgd)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Field> choices() {
    return List.of(temperatures.spacing());
  }

  @Override
  public void choose(JsonNode spec) {
    temperatures.choose(spec);
  }

  @Override
  public void showConsequences(ObjectNode json, Optional<ExperimentSpec> spec) {
    temperatureSection.setConsequence(TemperatureFields.say(json));
    sgdSection.setConsequence(
        spec.filter(SteadyState.class::isInstance)
            .map(SteadyState.class::cast)
            .map(SteadyStateFields::sayRates)
            .orElse(""));
  }

  private static String sayRates(SteadyState spec) {
    double[] rates =
        IntStream.range(0, spec.trialCount()).mapToDouble(spec::learningRateOf).sorted().toArray();
    return "Learning rate η = T · B from "
        + FormatNumber.significant(rates[0])
        + " to "
        + FormatNumber.significant(rates[rates.length - 1])
        + ".";
  }

  private boolean is(String name) {
    return name.equals(model.value().getValue());
  }

  private static Field number(
      String path, String label, String unit, String explanation, String initial) {
    return Field.typed(path, Shape.NUMBER, label, unit, explanation, initial);
  }

  private static Map<String, String> models() {
    Map<String, String> models = new LinkedHashMap<>();
    models.put(Linear.NAME, "Linear regression");
    models.put(Logistic.NAME, "Logistic regression");
    models.put(TwoWells.NAME, "Two wells: a regression with two minima");
    models.put(TanhMlp.NAME, "tanh mlp: one hidden layer");
    return models;
  }

  private static Map<String, String> replacements() {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Replacement replacement : Replacement.values()) {
      choices.put(replacement.id(), replacement.title());
    }
    return choices;
  }
}
