package org.shiftscope.server.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentSummary;
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
    json.set("progress", progress(experiment.progress()));
    experiment.outcomes().forEach(json.putObject("outcomes")::put);
    return json;
  }

  /** With the spec; null and {@code unreadable} with a sentence where it cannot be read. */
  static ObjectNode whole(Experiment experiment) {
    ObjectNode json = summary(experiment.summary());
    switch (experiment.document()) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec spec) ->
          json.set("spec", WriteSpec.toJson(spec));
      case Document.Unreadable<ExperimentSpec> unreadable ->
          json.putNull("spec").set("unreadable", unreadable(unreadable));
    }
    json.putObject("links")
        .put("self", path(experiment))
        .put("spec", path(experiment) + "/spec")
        .put("results", path(experiment) + "/results")
        .put("findings", path(experiment) + "/findings")
        .put("claims", "/api/claims?experiments=" + experiment.id())
        .put("events", path(experiment) + "/events")
        .put("page", "/experiments/" + experiment.id());
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
        .put("fraction", progress.fraction())
        .put("timeLeftSeconds", progress.timeLeft().map(Duration::toSeconds).orElse(null));
  }

  static String path(Experiment experiment) {
    return "/api/experiments/" + experiment.id();
  }

  private static @Nullable String text(Optional<Instant> at) {
    return at.map(Instant::toString).orElse(null);
  }
}
