package org.shiftscope.ui.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.DiffusionAccuracy;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an experiment on the accuracy of diffusion. */
final class DiffusionFields implements KindFields {

  /** Those that train a network are asked for as in a sweep. */
  private final SweepFields training = new SweepFields();

  private final List<Field> weakError =
      List.of(
          Field.chosen(
              "weakError.model",
              Shape.TEXT,
              "Model",
              models(),
              "One parameter and planted samples, so that no expectation need be sampled."),
          number("weakError.samples", "Planted samples", "N", "2 to 200.", "20"),
          number(
              "weakError.batchSize",
              "Batch size",
              "B",
              "Drawn with replacement, and kept while η is halved.",
              "1"),
          number("weakError.learningRate", "Largest learning rate", "η", "At most 0.4.", "0.2"),
          number("weakError.steps", "Steps at that rate", "", "Doubled as η is halved.", "5"),
          number("weakError.halvings", "Halvings", "", "4 to 8.", "6"));

  private final FieldSection temperatureSection =
      new FieldSection(
          "Temperatures and seeds", training.temperatures().shownWith(training.seeds()));

  @Override
  public String kind() {
    return DiffusionAccuracy.KIND;
  }

  @Override
  public List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name and data", training.data()),
        new FieldSection("Network", training.network()),
        temperatureSection,
        new FieldSection("SGD", training.sgd()),
        new FieldSection("Weak error as η is halved", weakError));
  }

  @Override
  public List<Field> all() {
    return Stream.of(
            training.data(),
            training.network(),
            training.temperatures().fields(),
            training.seeds(),
            training.sgd(),
            weakError)
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Field> choices() {
    return training.choices();
  }

  @Override
  public void choose(JsonNode spec) {
    training.choose(spec);
  }

  @Override
  public void showConsequences(ObjectNode json, Optional<ExperimentSpec> spec) {
    temperatureSection.setConsequence(TemperatureFields.say(json));
  }

  private static Field number(String path, String label, String unit, String help, String initial) {
    return Field.typed(path, Shape.NUMBER, label, unit, help, initial);
  }

  private static Map<String, String> models() {
    Map<String, String> titles = new LinkedHashMap<>();
    for (ScalarModel model : ScalarModel.values()) {
      titles.put(model.id(), model.title());
    }
    return titles;
  }
}
