package org.shiftscope.compute.spec;

import tools.jackson.databind.node.ObjectNode;

/** Writes {@link OverparametrizedShift}. */
final class WriteOverparametrizedShift {

  private WriteOverparametrizedShift() {}

  static void into(ObjectNode json, OverparametrizedShift spec) {
    WriteTraining.into(json, spec.training());
    json.set("refinement", WriteRefinement.toJson(spec.refinement()));
    ModifiedSgdSpec modified = spec.modifiedSgd();
    json.putObject("modifiedSgd")
        .put("samples", modified.samples())
        .put("dimension", modified.dimension())
        .put("lambda", modified.lambda())
        .put("epsilon", modified.epsilon())
        .put("batchSize", modified.batchSize())
        .put("walkers", modified.walkers())
        .put("relaxationTimes", modified.relaxationTimes());
  }
}
