package org.shiftscope.compute.spec;

import tools.jackson.databind.node.ObjectNode;

/** Writes landscapes as JSON; {@link ReadLandscape} reads back an equal one. */
final class WriteLandscape {

  private WriteLandscape() {}

  static void into(ObjectNode json, Landscape landscape) {
    ObjectNode objective = json.putObject("objective");
    ObjectNode gaussians = objective.putObject("gaussians");
    landscape.objective().gaussians().minima().forEach(gaussians.putArray("minima")::add);
    landscape.objective().gaussians().weights().forEach(gaussians.putArray("weights")::add);
    landscape.objective().gaussians().sigmas().forEach(gaussians.putArray("sigmas")::add);
    objective.put("formula", landscape.objective().formula());
    json.put("shift", landscape.shift());
    json.put("noise", landscape.noise());
    json.putObject("domain")
        .put("from", landscape.domain().from())
        .put("to", landscape.domain().to());
    WriteGrid.temperatures(json, landscape.temperatures());
    WriteGrid.seeds(json, landscape.seeds());
    json.putObject("simulation")
        .put("walkers", landscape.simulation().walkers())
        .put("time", landscape.simulation().time())
        .put("timeStep", landscape.simulation().timeStep());
  }
}
