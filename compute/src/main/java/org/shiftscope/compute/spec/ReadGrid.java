package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the temperatures and the seeds, which every kind has. */
final class ReadGrid {

  private ReadGrid() {}

  static Optional<Temperatures> temperatures(FieldReader fields) {
    if (fields.isList("temperatures")) {
      return fields
          .numbers("temperatures")
          .flatMap(values -> fields.attempt("temperatures", () -> new Temperatures.Listed(values)));
    }
    return fields.part("temperatures", ReadGrid::logarithmic);
  }

  private static Temperatures logarithmic(JsonNode json) {
    if (!json.isObject()) {
      throw new InvalidSpec(
          List.of(
              new Problem("", "must be a list of numbers, or {from, to, count}", json.toString())));
    }
    var fields = new FieldReader(json);
    Optional<Double> from = fields.number("from");
    Optional<Double> to = fields.number("to");
    Optional<Integer> count = fields.integer("count");
    return fields.build(
        () ->
            new Temperatures.Logarithmic(
                from.orElseThrow(), to.orElseThrow(), count.orElseThrow()));
  }

  static Optional<Seeds> seeds(FieldReader fields) {
    return fields
        .longs("seeds")
        .flatMap(values -> fields.attempt("seeds", () -> new Seeds(values)));
  }
}
