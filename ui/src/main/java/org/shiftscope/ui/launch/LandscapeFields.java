package org.shiftscope.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Landscape;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a landscape: their words. */
final class LandscapeFields implements KindFields {

  private final List<Field> name =
      List.of(
          Field.typed(
              "title", Shape.TEXT, "Title", "", "A name for the lists; it changes no number.", ""));

  private final List<Field> loss =
      List.of(
          numbers(
              "objective.gaussians.minima",
              "Minima",
              "x",
              "Centres of the Gaussians; may be empty."),
          numbers(
              "objective.gaussians.weights",
              "Weights",
              "area",
              "One for each; above 0 makes a minimum."),
          numbers(
              "objective.gaussians.sigmas",
              "Sigmas",
              "x",
              "Their standard deviations, one for each."),
          Field.typed(
              "objective.formula",
              Shape.TEXT,
              "Formula",
              "",
              "In x, added to the Gaussians: (x^2 - 1)^2 + 0.1*x. Knows + - * / ^, exp, log, sqrt, sin, cos, sinh, cosh,"
                  + " tanh, gauss(x, mean, sigma), pi, e.",
              ""),
          number("shift", "Shift", "x", "The test loss is the train loss moved by it.", "0.1"),
          Field.typed(
              "noise",
              Shape.TEXT,
              "Gradient noise c(x)",
              "",
              "Variance of the per-sample gradient: a number, or a formula in x above 0.",
              "0.001"),
          number("domain.from", "Domain from", "x", "Its ends reflect.", "-3"),
          number("domain.to", "Domain to", "x", "", "3"));

  private final TemperatureFields temperatures = new TemperatureFields();

  private final List<Field> seeds =
      List.of(numbers("seeds", "Seeds", "", "One trial for each temperature and seed."));

  private final List<Field> simulation =
      List.of(
          number(
              "simulation.walkers",
              "Walkers",
              "",
              "512 or more, in blocks of 256 whose spread is the error.",
              "2560"),
          number(
              "simulation.time",
              "Time",
              "η · steps",
              "From an even spread; the second half is measured.",
              "500"),
          number(
              "simulation.timeStep",
              "Time step",
              "η",
              "Small against 1 / L″: its error is of first order.",
              "0.02"));

  private final FieldSection temperatureSection =
      new FieldSection("Temperatures and seeds", temperatures.shownWith(seeds));
  private final FieldSection simulationSection =
      new FieldSection("Simulation, drawn over the theory", simulation);

  @Override
  public String kind() {
    return Landscape.KIND;
  }

  @Override
  public List<FieldSection> sections() {
    return List.of(
        new FieldSection("Name", name),
        new FieldSection("Landscape", loss),
        temperatureSection,
        simulationSection);
  }

  @Override
  public List<Field> all() {
    return Stream.of(name, loss, temperatures.fields(), seeds, simulation)
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
    simulationSection.setConsequence(
        spec.filter(Landscape.class::isInstance)
            .map(Landscape.class::cast)
            .map(LandscapeFields::say)
            .orElse(""));
  }

  private static String say(Landscape landscape) {
    return FormatNumber.whole(landscape.simulation().steps())
        + " steps of "
        + FormatNumber.whole(landscape.simulation().walkers())
        + " walkers in each trial, and the Fokker–Planck equation over the same time.";
  }

  private static Field number(
      String path, String label, String unit, String explanation, String initial) {
    return Field.typed(path, Shape.NUMBER, label, unit, explanation, initial);
  }

  private static Field numbers(String path, String label, String unit, String explanation) {
    return Field.typed(path, Shape.NUMBERS, label, unit, explanation, "");
  }
}
