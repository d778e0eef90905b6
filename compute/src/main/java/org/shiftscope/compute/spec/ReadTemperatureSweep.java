package org.shiftscope.compute.spec;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@link TemperatureSweep}. */
final class ReadTemperatureSweep {

  private ReadTemperatureSweep() {}

  static TemperatureSweep from(FieldReader fields) {
    ReadTraining read = ReadTraining.from(fields);
    Optional<String> title = fields.title(defaultTitle(read.dataset(), read.network()));
    Optional<RefinementSpec> refinement = fields.part("refinement", ReadRefinement::from);
    Optional<LineSpec> line =
        fields.part("line", ReadTemperatureSweep::line, new LineSpec(-1, 2, 61));
    Optional<Optional<CurvatureSpec>> curvature =
        fields.part("curvature", json -> Optional.of(curvature(json)), Optional.empty());
    return fields.build(
        () ->
            new TemperatureSweep(
                title.orElseThrow(),
                read.training().orElseThrow(),
                refinement.orElseThrow(),
                line.orElseThrow(),
                curvature.orElseThrow()));
  }

  private static String defaultTitle(Optional<DatasetSpec> dataset, Optional<NetworkSpec> network) {
    return "Temperature sweep"
        + network.map(n -> " of the " + n.name()).orElse("")
        + dataset.map(d -> " on " + d.name().title()).orElse("");
  }

  private static LineSpec line(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Double> from = fields.number("from");
    Optional<Double> to = fields.number("to");
    Optional<Integer> points = fields.integer("points");
    return fields.build(
        () -> new LineSpec(from.orElseThrow(), to.orElseThrow(), points.orElseThrow()));
  }

  private static CurvatureSpec curvature(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<Integer> eigenvalues = fields.integer("eigenvalues");
    Optional<Integer> probes = fields.integer("probes");
    return fields.build(() -> new CurvatureSpec(eigenvalues.orElseThrow(), probes.orElseThrow()));
  }
}
