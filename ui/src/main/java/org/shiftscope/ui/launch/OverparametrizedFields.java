package org.shiftscope.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.OverparametrizedShift;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an experiment with more parameters than samples. */
final class OverparametrizedFields implements KindFields {

  /** Those that train and refine a network are asked for as in a sweep. */
  private final SweepFields training = new SweepFields();

  private final List<Field> modified =
      List.of(
          number(
              "modifiedSgd.samples",
              "Planted samples",
              "N",
              "Of a linear regression, 1 to 19.",
              "4"),
          number("modifiedSgd.dimension", "Parameters", "d", "More than samples, at most 20.", "8"),
          number(
              "modifiedSgd.lambda",
              "L2 coefficient λ",
              "1 / length²",
              "What holds θ outside of the span.",
              "0.3"),
          number(
              "modifiedSgd.epsilon", "Added noise ε", "", "On the gradient of each sample.", "1"),
          number(
              "modifiedSgd.batchSize",
              "Batch size",
              "B",
              "Drawn with replacement; η = T · B at each temperature above.",
              "2"),
          number("modifiedSgd.walkers", "Walkers", "", "Their spread is the error.", "200"),
          number(
              "modifiedSgd.relaxationTimes",
              "Relaxation times",
              "1/(ηλ) steps",
              "For how long each is looked at.",
              "100"));

  private final FieldSection temperatureSection =
      new FieldSection(
          "Temperatures and seeds", training.temperatures().shownWith(training.seeds()));

  @Override
  public String kind() {
    return OverparametrizedShift.KIND;
  }

  @Override
  public List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name and data", training.data()),
        new FieldSection("Network", training.network()),
        temperatureSection,
        new FieldSection("SGD", training.sgd()),
        new FieldSection("Refinement to the train and test points", training.refinement()),
        new FieldSection("Modified SGD (Eq. 13)", modified));
  }

  @Override
  public List<Field> all() {
    return Stream.of(
            training.data(),
            training.network(),
            training.temperatures().fields(),
            training.seeds(),
            training.sgd(),
            training.refinement(),
            modified)
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
}
