package org.shiftscope.compute.spec;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@link OverparametrizedShift}. */
final class WriteOverparametrizedShift {

  private WriteOverparametrizedShift() {}

  static ObjectNode toJson(OverparametrizedShift spec) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", spec.kind());
    json.put("title", spec.title());
    json.set("dataset", WriteSpec.dataset(spec.dataset()));
    json.set("network", WriteSpec.network(spec.network()));
    WriteSpec.temperatures(json, spec.temperatures());
    spec.seeds().values().forEach(json.putArray("seeds")::add);
    json.set("sgd", WriteSpec.sgd(spec.sgd()));
    json.set("refinement", WriteSpec.refinement(spec.refinement()));
    ModifiedSgdSpec modified = spec.modifiedSgd();
    json.putObject("modifiedSgd")
        .put("samples", modified.samples())
        .put("dimension", modified.dimension())
        .put("lambda", modified.lambda())
        .put("epsilon", modified.epsilon())
        .put("batchSize", modified.batchSize())
        .put("walkers", modified.walkers())
        .put("relaxationTimes", modified.relaxationTimes());
    return json;
  }
}
