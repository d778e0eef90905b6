package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads landscapes from their JSON form. {@link WriteLandscape} is its inverse. */
final class ReadLandscape {

  private static final EnsembleSpec SOME = new EnsembleSpec(2_560, 500, 0.02);

  private ReadLandscape() {}

  static Landscape from(FieldReader fields) {
    Optional<String> title = fields.title("Landscape");
    Optional<ObjectiveSpec> objective = fields.part("objective", ReadLandscape::objective);
    Optional<Double> shift = fields.number("shift", 0);
    Optional<String> noise = fields.text("noise");
    Optional<DomainSpec> domain = fields.part("domain", ReadLandscape::domain);
    Optional<Temperatures> temperatures = ReadGrid.temperatures(fields);
    Optional<Seeds> seeds = ReadGrid.seeds(fields);
    Optional<EnsembleSpec> simulation = fields.part("simulation", ReadLandscape::simulation, SOME);
    fields.otherwise(noise, (laws, text) -> ObjectiveSpec.checkFormula(laws, "noise", text));
    return fields.build(
        () ->
            new Landscape(
                title.orElseThrow(),
                objective.orElseThrow(),
                shift.orElseThrow(),
                noise.orElseThrow(),
                domain.orElseThrow(),
                temperatures.orElseThrow(),
                seeds.orElseThrow(),
                simulation.orElseThrow()));
  }

  private static ObjectiveSpec objective(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<ObjectiveSpec.Gaussians> gaussians =
        fields.part("gaussians", ReadLandscape::gaussians, ObjectiveSpec.Gaussians.none());
    Optional<String> formula = fields.text("formula", "");
    return fields.build(() -> new ObjectiveSpec(gaussians.orElseThrow(), formula.orElseThrow()));
  }

  private static ObjectiveSpec.Gaussians gaussians(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<List<Double>> minima = fields.numbers("minima");
    Optional<List<Double>> weights = fields.numbers("weights");
    Optional<List<Double>> sigmas = fields.numbers("sigmas");
    return fields.build(
        () ->
            new ObjectiveSpec.Gaussians(
                minima.orElseThrow(), weights.orElseThrow(), sigmas.orElseThrow()));
  }

  private static DomainSpec domain(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Double> from = fields.number("from");
    Optional<Double> to = fields.number("to");
    return fields.build(() -> new DomainSpec(from.orElseThrow(), to.orElseThrow()));
  }

  private static EnsembleSpec simulation(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> walkers = fields.integer("walkers");
    Optional<Double> time = fields.number("time");
    Optional<Double> timeStep = fields.number("timeStep");
    return fields.build(
        () -> new EnsembleSpec(walkers.orElseThrow(), time.orElseThrow(), timeStep.orElseThrow()));
  }
}
