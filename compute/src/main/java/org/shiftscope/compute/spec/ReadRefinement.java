package org.shiftscope.compute.spec;

import java.util.Optional;
import org.shiftscope.compute.spec.RefinementSpec.Integrator;
import tools.jackson.databind.JsonNode;

/** Reads {@link RefinementSpec}. */
final class ReadRefinement {

  private static final String NAME = "name";

  private ReadRefinement() {}

  static RefinementSpec from(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text(NAME);
    return switch (name.orElse("")) {
      case RefinementSpec.Flow.NAME -> {
        Optional<Double> trainTime = fields.number("trainTime");
        Optional<Double> testTime = fields.number("testTime");
        Optional<Integrator> integrator = fields.part("integrator", ReadRefinement::integrator);
        yield fields.build(
            () ->
                new RefinementSpec.Flow(
                    trainTime.orElseThrow(), testTime.orElseThrow(), integrator.orElseThrow()));
      }
      case RefinementSpec.Minimum.NAME -> {
        Optional<Double> tolerance = fields.number("tolerance");
        Optional<Integer> maxGradients = fields.integer("maxGradients");
        yield fields.build(
            () -> new RefinementSpec.Minimum(tolerance.orElseThrow(), maxGradients.orElseThrow()));
      }
      default ->
          throw ReadSpec.unknownName(
              fields, name, RefinementSpec.Flow.NAME, RefinementSpec.Minimum.NAME);
    };
  }

  private static Integrator integrator(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> name = fields.text(NAME);
    return switch (name.orElse("")) {
      case Integrator.FixedRate.NAME -> {
        Optional<Double> rate = fields.number("rate");
        yield fields.build(() -> new Integrator.FixedRate(rate.orElseThrow()));
      }
      case Integrator.Adaptive.NAME -> {
        Optional<Double> tolerance = fields.number("tolerance");
        yield fields.build(() -> new Integrator.Adaptive(tolerance.orElseThrow()));
      }
      case Integrator.Extrapolated.NAME -> {
        Optional<Double> tolerance = fields.number("tolerance");
        yield fields.build(() -> new Integrator.Extrapolated(tolerance.orElseThrow()));
      }
      default ->
          throw ReadSpec.unknownName(
              fields,
              name,
              Integrator.FixedRate.NAME,
              Integrator.Adaptive.NAME,
              Integrator.Extrapolated.NAME);
    };
  }
}
