package org.shiftscope.server.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ResultSchemas;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.Variants;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;
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
        .put("failure", trial.failure().orElse(null))
        .put("worker", trial.summary().ranBy().map(TrialSummary.RanBy::worker).orElse(null))
        .put("host", trial.summary().ranBy().map(TrialSummary.RanBy::host).orElse(null));
    if (trial.state() == TrialState.QUEUED && !trial.phase().isEmpty()) {
      json.put("phase", trial.phase()); // what it waits for, beside a worker
    }
    if (trial.state() == TrialState.PAUSED) {
      json.put("fraction", trial.fraction());
    }
    trial.summary().again().ifPresent(at -> json.put("again", at.toString()));
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

  /** The schema of {@link #of}. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer("Trial", () -> trial(all));
  }

  private static ObjectNode trial(SchemaDefinitions all) {
    Schemas.Fields fields =
        Schemas.object(
                "A trial: what was asked of it, where it stands, and, once it has finished, the"
                    + " fields of its result.")
            .field("number", Schemas.integer(), "From 0")
            .field("label", Schemas.orNull(Schemas.text()), "What sets it apart, for a person")
            .field("state", Schemas.oneOf(TrialState.values()), "Where it stands")
            .field("attempts", Schemas.integer(), "How often it was started")
            .field("started", Schemas.orNull(Schemas.time()), "When its last attempt started")
            .field("ended", Schemas.orNull(Schemas.time()), "When it ended")
            .field("failure", Schemas.orNull(Schemas.text()), "Why it failed and what to do")
            .field("worker", Schemas.orNull(Schemas.text()), "Who took its last attempt up")
            .field("host", Schemas.orNull(Schemas.text()), "The machine of that worker")
            .option("phase", Schemas.text(), "What it waits for, beside a worker")
            .option("fraction", Schemas.number(), "Of a paused one, the share that is done, 0 to 1")
            .option("again", Schemas.time(), "When it is tried again after the machine failed it")
            .option("version", Schemas.integer(), "The version of its result's format")
            .option("unreadable", ExperimentJson.unreadableSchema(all), "Why it cannot be read");
    coordinates()
        .forEach(
            name -> fields.option(name, Schemas.number(), "What sets it apart from other trials"));
    ObjectNode schema = fields.end();
    ObjectNode finished = schema.putObject("if");
    finished.putArray("required").add("type").add("version");
    schema.set("then", ResultSchemas.referAny(all));
    schema.putObject("else").putObject("properties").set("outcome", Schemas.orNull(Schemas.text()));
    return schema;
  }

  /** The names of the axes of all kinds. */
  private static SortedSet<String> coordinates() {
    return Presets.all().stream()
        .flatMap(preset -> preset.spec().coordinates(0).keySet().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
