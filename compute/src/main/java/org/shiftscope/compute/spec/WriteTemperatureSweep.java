package org.shiftscope.compute.spec;

import tools.jackson.databind.node.ObjectNode;

/** Writes {@link TemperatureSweep}. */
final class WriteTemperatureSweep {

  private WriteTemperatureSweep() {}

  static void into(ObjectNode json, TemperatureSweep sweep) {
    WriteTraining.into(json, sweep.training());
    json.set("refinement", WriteRefinement.toJson(sweep.refinement()));
    json.putObject("line")
        .put("from", sweep.line().from())
        .put("to", sweep.line().to())
        .put("points", sweep.line().points());
    sweep
        .curvature()
        .ifPresent(
            curvature ->
                json.putObject("curvature")
                    .put("eigenvalues", curvature.eigenvalues())
                    .put("probes", curvature.probes()));
  }
}
