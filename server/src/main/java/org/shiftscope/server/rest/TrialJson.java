package org.shiftscope.server.rest;

import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Variants;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of a trial: what was asked of it, where it stands, and, once it has finished, the
 * version of its result's format and every field of the result, all at one level; {@code
 * unreadable} with a sentence where that cannot be read.
 */
final class TrialJson {

  private TrialJson() {}

  /**
   * Writes a trial.
   *
   * @param spec its experiment's, where it can be read
   */
  static ObjectNode of(Optional<ExperimentSpec> spec, Trial trial) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("number", trial.number());
    spec.ifPresent(asked -> asked.coordinates(trial.number()).forEach(json::putPOJO));
    json.put("label", spec.map(asked -> asked.trialLabel(trial.number())).orElse(null))
        .put("state", trial.state().id())
        .put("attempts", trial.attempts())
        .put("started", trial.started().map(Instant::toString).orElse(null))
        .put("ended", trial.ended().map(Instant::toString).orElse(null))
        .put("failure", trial.failure().orElse(null));
    if (trial.state() == TrialState.QUEUED && !trial.phase().isEmpty()) {
      json.put("phase", trial.phase()); // what it waits for, beside a worker
    }
    trial.document().ifPresent(document -> put(json, trial, document));
    return json;
  }

  private static void put(ObjectNode json, Trial trial, Document<TrialResult> document) {
    switch (document) {
      case Document.Readable<TrialResult>(TrialResult result) ->
          json.put("version", Variants.versionOf(result.getClass()))
              .setAll(ResultJson.toJson(result));
      case Document.Unreadable<TrialResult> unreadable ->
          json.put("outcome", trial.summary().outcome().orElse(null))
              .set(
                  "unreadable",
                  ExperimentJson.unreadable(unreadable).put("json", unreadable.json()));
    }
  }
}
