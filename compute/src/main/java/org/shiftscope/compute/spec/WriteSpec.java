package org.shiftscope.compute.spec;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes specs as JSON; {@link ReadSpec} reads back an equal spec. */
public final class WriteSpec {

  private WriteSpec() {}

  /** The JSON form of a spec, fields in the order in which a person would give them. */
  public static ObjectNode toJson(ExperimentSpec spec) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", spec.kind());
    json.put("title", spec.title());
    switch (spec) {
      case TemperatureSweep sweep -> WriteTemperatureSweep.into(json, sweep);
      case Landscape landscape -> WriteLandscape.into(json, landscape);
      case AssumptionCheck check -> WriteAssumptionCheck.into(json, check);
      case DiffusionAccuracy accuracy -> WriteDiffusionAccuracy.into(json, accuracy);
      case OverparametrizedShift shift -> WriteOverparametrizedShift.into(json, shift);
      case SteadyState steady -> WriteSteadyState.into(json, steady);
    }
    return json;
  }
}
