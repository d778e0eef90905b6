package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.FindFindings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what an experiment found over its trials, as it stands now; with {@code ?include=all} from
 * hardly trained trials and walkers that have not arrived as well.
 */
record ShowFindings(FindExperiment find, FindFindings findings) implements Handler {

  @Override
  public void handle(Context request) {
    Include include = ReadInclude.of(request);
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", experiment.id().value())
            .put("state", experiment.state().id())
            .put(ReadInclude.NAME, include.id());
    request.json(json.setAll(ResultJson.toJson(findings.of(experiment.summary(), spec, include))));
  }
}
