package org.shiftscope.compute.spec;

import tools.jackson.databind.node.ObjectNode;

/** Writes {@link DiffusionAccuracy}. */
final class WriteDiffusionAccuracy {

  private WriteDiffusionAccuracy() {}

  static void into(ObjectNode json, DiffusionAccuracy spec) {
    WriteTraining.into(json, spec.training());
    WeakErrorSpec weak = spec.weakError();
    json.putObject("weakError")
        .put("model", weak.model().id())
        .put("samples", weak.samples())
        .put("batchSize", weak.batchSize())
        .put("learningRate", weak.learningRate())
        .put("steps", weak.steps())
        .put("halvings", weak.halvings());
  }
}
