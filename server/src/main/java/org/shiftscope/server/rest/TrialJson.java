package org.shiftscope.server.rest;

import java.time.Instant;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Trial;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of a trial: what was asked of it, where it stands, and, once it has finished, every
 * field of its result, all at one level.
 */
final class TrialJson {

  private TrialJson() {}

  static ObjectNode of(ExperimentSpec spec, Trial trial) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", trial.number());
    spec.coordinates(trial.number()).forEach(json::putPOJO);
    json.put("label", spec.trialLabel(trial.number()))
        .put("state", trial.state().id())
        .put("attempts", trial.attempts())
        .put("started", trial.started().map(Instant::toString).orElse(null))
        .put("ended", trial.ended().map(Instant::toString).orElse(null))
        .put("failure", trial.failure().orElse(null));
    trial.result().ifPresent(result -> json.setAll(ResultJson.toJson(result)));
    return json;
  }
}
