package org.shiftscope.server.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.WriteSpec;
import org.shiftscope.storage.Experiment;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of an experiment. What is not known yet is null, so that every field is there. */
final class ExperimentJson {

  private ExperimentJson() {}

  static ObjectNode summary(Experiment experiment) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", experiment.id().value())
            .put("kind", experiment.spec().kind())
            .put("title", experiment.spec().title())
            .put("state", experiment.state().id())
            .put("submitted", experiment.submitted().toString())
            .put("started", text(experiment.started()))
            .put("ended", text(experiment.ended()));
    json.set("progress", progress(experiment.progress()));
    return json;
  }

  static ObjectNode whole(Experiment experiment) {
    ObjectNode json = summary(experiment);
    json.set("spec", WriteSpec.toJson(experiment.spec()));
    json.putObject("links")
        .put("self", path(experiment))
        .put("results", path(experiment) + "/results")
        .put("findings", path(experiment) + "/findings")
        .put("events", path(experiment) + "/events")
        .put("page", "/experiments/" + experiment.id());
    return json;
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
