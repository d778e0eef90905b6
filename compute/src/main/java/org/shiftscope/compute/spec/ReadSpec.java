package org.shiftscope.compute.spec;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads specs from their JSON form, gathering every problem by field. {@link WriteSpec} is its
 * inverse.
 */
public final class ReadSpec {

  private static final String NAME = "name";

  private ReadSpec() {}

  /**
   * Reads a spec of any kind.
   *
   * @throws InvalidSpec with every problem, where the JSON is not a valid spec
   */
  public static ExperimentSpec from(JsonNode json) {
    var fields = new FieldReader(json);
    Optional<String> given = fields.text("kind");
    fields.expect("title");
    return switch (given.orElse("")) {
      case TemperatureSweep.KIND -> ReadTemperatureSweep.from(fields);
      case Landscape.KIND -> ReadLandscape.from(fields);
      case AssumptionCheck.KIND -> ReadAssumptionCheck.from(fields);
      case DiffusionAccuracy.KIND -> ReadDiffusionAccuracy.from(fields);
      case OverparametrizedShift.KIND -> ReadOverparametrizedShift.from(fields);
      case SteadyState.KIND -> ReadSteadyState.from(fields);
      case String kind -> {
        if (fields.sound()) {
          fields.refuse(
              "kind", "must be one of " + String.join(", ", ExperimentSpec.kinds()), kind);
        }
        fields.problems().refuseIfAny();
        throw new IllegalStateException("a spec without a kind was not refused");
      }
    };
  }

  static InvalidSpec unknownName(FieldReader fields, Optional<String> name, String... names) {
    name.ifPresent(
        other -> fields.refuse(NAME, "must be one of " + String.join(", ", names), other));
    return refusal(fields);
  }

  private static InvalidSpec refusal(FieldReader fields) {
    try {
      fields.problems().refuseIfAny();
    } catch (InvalidSpec invalid) {
      return invalid;
    }
    throw new IllegalStateException("an object without a known name was not refused");
  }
}
