package org.shiftscope.compute.spec;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@link DiffusionAccuracy}. */
final class WriteDiffusionAccuracy {

  private WriteDiffusionAccuracy() {}

  static ObjectNode toJson(DiffusionAccuracy spec) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", spec.kind());
    json.put("title", spec.title());
    json.set("dataset", WriteSpec.dataset(spec.dataset()));
    json.set("network", WriteSpec.network(spec.network()));
    WriteSpec.temperatures(json, spec.temperatures());
    spec.seeds().values().forEach(json.putArray("seeds")::add);
    json.set("sgd", WriteSpec.sgd(spec.sgd()));
    WeakErrorSpec weak = spec.weakError();
    json.putObject("weakError")
        .put("model", weak.model().id())
        .put("samples", weak.samples())
        .put("batchSize", weak.batchSize())
        .put("learningRate", weak.learningRate())
        .put("steps", weak.steps())
        .put("halvings", weak.halvings());
    return json;
  }
}
