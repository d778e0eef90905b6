package org.shiftscope.ui.sharedview;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.shiftscope.compute.result.Findings;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Variants;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Trial;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what a shared view rests on, trial by trial, so that memory is not filled with it.
 *
 * @param trials which results are written
 * @param name what else is, by its name; empty for nothing
 * @param more that
 */
record WriteSharedData(IntPredicate trials, String name, JsonNode more) {

  static WriteSharedData withTrials(IntPredicate trials) {
    return new WriteSharedData(trials, "", JsonNodeFactory.instance.nullNode());
  }

  static WriteSharedData with(String name, JsonNode more) {
    return new WriteSharedData(trial -> false, name, more);
  }

  /** Writes an object: {@code {experiments: [...], comparison | claims: {...}}}. */
  void to(JsonGenerator json, Iterable<ReadExperiment> experiments) {
    json.writeStartObject();
    json.writeArrayPropertyStart("experiments");
    experiments.forEach(experiment -> write(json, experiment));
    json.writeEndArray();
    if (!name.isEmpty()) {
      json.writeName(name);
      json.writeTree(more);
    }
    json.writeEndObject();
  }

  private void write(JsonGenerator json, ReadExperiment experiment) {
    json.writeStartObject();
    json.writeStringProperty("id", experiment.summary().id().value());
    json.writeStringProperty("title", experiment.summary().title());
    json.writeStringProperty("kind", experiment.summary().kind());
    json.writeNumberProperty("version", Variants.versionOf(experiment.spec().getClass()));
    json.writeStringProperty("state", experiment.summary().state().id());
    json.writeStringProperty("submitted", experiment.summary().submitted().toString());
    json.writeName("spec");
    json.writeTree(WriteSpec.toJson(experiment.spec()));
    Optional<Findings> findings = experiment.results().findings();
    if (findings.isPresent()) {
      json.writeStringProperty("include", experiment.include().measured().id());
      json.writeArrayPropertyStart("without");
      experiment.include().without().forEach(json::writeNumber);
      json.writeEndArray();
      json.writeName("findings");
      json.writeTree(ResultJson.toJson(findings.get()));
    }
    json.writeArrayPropertyStart("trials");
    for (Trial trial : experiment.results().trials()) {
      if (trials.test(trial.number())) {
        json.writeTree(of(experiment, trial));
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static ObjectNode of(ReadExperiment experiment, Trial trial) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("number", trial.number())
            .put("label", experiment.spec().trialLabel(trial.number()))
            .put("state", trial.state().id());
    Optional<TrialResult> result = trial.result();
    if (result.isPresent()) {
      json.put("version", Variants.versionOf(result.get().getClass()));
      json.set("result", ResultJson.toJson(result.get()));
    } else {
      json.put("sentence", trial.sentence());
    }
    return json;
  }
}
