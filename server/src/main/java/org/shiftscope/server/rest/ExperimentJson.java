package org.shiftscope.server.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.KeyNumbers;
import org.shiftscope.compute.result.TemperatureTrend.Direction;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.SpecSchemas;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Labels;
import org.shiftscope.storage.Queueing;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of an experiment. What is not known yet is null, so that every field is there. */
final class ExperimentJson {

  private ExperimentJson() {}

  static ObjectNode summary(ExperimentSummary experiment) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", experiment.id().value())
            .put("kind", experiment.kind())
            .put("title", experiment.title())
            .put("state", experiment.state().id())
            .put("submitted", experiment.submitted().toString())
            .put("started", text(experiment.started()))
            .put("ended", text(experiment.ended()))
            .put("deleted", text(experiment.deleted()));
    put(json, experiment.labels());
    json.set("found", found(experiment.found()));
    json.set("progress", progress(experiment.progress()));
    experiment.outcomes().forEach(json.putObject("outcomes")::put);
    return json;
  }

  /** The numbers that a search compares with, by their names there. */
  private static ObjectNode found(KeyNumbers found) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("curvature", number(found.curvature()))
        .put("excess", number(found.excess()))
        .put("tau", number(found.tau()))
        .put("trend", found.trend().map(Direction::id).orElse(null));
  }

  private static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  private static void put(ObjectNode json, Labels labels) {
    labels.tags().forEach(json.putArray("tags")::add);
    json.put("favourite", labels.favourite())
        .put("archived", text(labels.archived()))
        .put("noteVersion", labels.noteVersion())
        .put("priority", labels.queueing().priority())
        .put("trialHours", labels.queueing().trialLimit().map(Queueing::hours).orElse(null));
  }

  /**
   * With the spec; null and {@code unreadable} with a sentence where it cannot be read.
   *
   * @param root where the server's addresses begin; most often empty
   */
  static ObjectNode whole(Experiment experiment, String root) {
    ObjectNode json = summary(experiment.summary());
    switch (experiment.document()) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec spec) ->
          json.set("spec", WriteSpec.toJson(spec));
      case Document.Unreadable<ExperimentSpec> unreadable ->
          json.putNull("spec").set("unreadable", unreadable(unreadable));
    }
    String self = root + path(experiment);
    json.putObject("links")
        .put("self", self)
        .put("spec", self + "/spec")
        .put("results", self + "/results")
        .put("findings", self + "/findings")
        .put("record", self + "/record")
        .put("methods", self + "/methods")
        .put("figures", self + "/figures")
        .put("archive", self + "/archive")
        .put("claims", root + "/api/claims?experiments=" + experiment.id())
        .put("events", self + "/events")
        .put("note", self + "/note")
        .put("page", root + "/experiments/" + experiment.id());
    return json;
  }

  static ObjectNode unreadable(Document.Unreadable<?> unreadable) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("format", unreadable.format())
        .put("version", unreadable.version())
        .put("sentence", unreadable.sentence());
  }

  static ObjectNode progress(Experiment.Progress progress) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("trials", progress.trials())
        .put("ended", progress.ended())
        .put("paused", progress.paused())
        .put("failed", progress.failed())
        .put("fraction", progress.fraction())
        .put("timeLeftSeconds", progress.timeLeft().map(Duration::toSeconds).orElse(null));
  }

  /** From the root of the server. */
  static String path(Experiment experiment) {
    return "/api/experiments/" + experiment.id();
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }

  /** The schema of {@link #summary}. */
  static ObjectNode summarySchema(SchemaDefinitions all) {
    return all.refer(
        "ExperimentSummary", () -> summaryFields("An experiment without its spec.", all).end());
  }

  /** The schema of {@link #whole}. */
  static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Experiment",
        () ->
            summaryFields("An experiment with its spec.", all)
                .field(
                    "spec",
                    JsonNodeFactory.instance.objectNode().set("anyOf", specOrNull(all)).asObject(),
                    "The spec; null where it cannot be read")
                .option("unreadable", unreadableSchema(all), "Why the spec cannot be read")
                .field(
                    "links",
                    Schemas.of("object").set("additionalProperties", Schemas.text()).asObject(),
                    "Addresses of what belongs to it")
                .end());
  }

  private static ArrayNode specOrNull(SchemaDefinitions all) {
    return JsonNodeFactory.instance.arrayNode().add(SpecSchemas.refer(all)).add(Schemas.of("null"));
  }

  private static Schemas.Fields summaryFields(String description, SchemaDefinitions all) {
    return Schemas.object(description)
        .field("id", Schemas.text().put("pattern", "^[a-z0-9]{12}$"), "Its id")
        .field("kind", Schemas.text(), "The kind of its spec")
        .field("title", Schemas.text(), "A person's name for it")
        .field("state", Schemas.oneOf(ExperimentState.values()), "Where it stands")
        .field("submitted", Schemas.time(), "When it was submitted")
        .field("started", Schemas.orNull(Schemas.time()), "When its first trial started")
        .field("ended", Schemas.orNull(Schemas.time()), "When it ended")
        .field("deleted", Schemas.orNull(Schemas.time()), "When it was put into the bin")
        .field("tags", Schemas.listOf(Schemas.text()), "What people sorted it by")
        .field("favourite", Schemas.truth(), "Whether it is a favourite")
        .field("archived", Schemas.orNull(Schemas.time()), "When it was taken out of the list")
        .field("noteVersion", Schemas.integer(), "Of its note; 0 where it has none")
        .field("priority", Schemas.integer(), "Those of a higher one go first, -10 to 10")
        .field(
            "trialHours",
            Schemas.orNull(Schemas.number()),
            "Hours that each trial may take; null for the server's own limit")
        .field("found", foundSchema(), "What a search compares with; null where it is not there")
        .field("progress", progressSchema(all), "How far it is")
        .field(
            "outcomes",
            Schemas.of("object").set("additionalProperties", Schemas.integer()).asObject(),
            "How many finished trials have each outcome");
  }

  private static ObjectNode foundSchema() {
    return Schemas.object("Numbers of the findings, once the experiment has ended.")
        .field("curvature", Schemas.orNull(Schemas.number()), "Mean test curvature")
        .field("excess", Schemas.orNull(Schemas.number()), "Mean excess test loss, nats")
        .field("tau", Schemas.orNull(Schemas.number()), "Kendall's τ of test curvature and T")
        .field("trend", Schemas.orNull(Schemas.text()), "Where test curvature goes as T rises")
        .end();
  }

  /** The schema of {@link #progress}. */
  static ObjectNode progressSchema(SchemaDefinitions all) {
    return all.refer(
        "Progress",
        () ->
            Schemas.object("How far an experiment is.")
                .field("trials", Schemas.integer(), "How many it has")
                .field("ended", Schemas.integer(), "How many have ended")
                .field("paused", Schemas.integer(), "How many are paused")
                .field("failed", Schemas.integer(), "Of those that ended, how many failed")
                .field("fraction", Schemas.number(), "Share of the work that is done, 0 to 1")
                .field(
                    "timeLeftSeconds",
                    Schemas.orNull(Schemas.integer()),
                    "About how long it will take yet; null where that is not known")
                .end());
  }

  /** The schema of {@link #unreadable}. */
  static ObjectNode unreadableSchema(SchemaDefinitions all) {
    return all.refer(
        "Unreadable",
        () ->
            Schemas.object("A stored document that this version cannot read.")
                .field("format", Schemas.text(), "Its format")
                .field("version", Schemas.integer(), "The version of its format")
                .field("sentence", Schemas.text(), "Why it cannot be read")
                .option("json", Schemas.text(), "The document itself")
                .end());
  }
}
