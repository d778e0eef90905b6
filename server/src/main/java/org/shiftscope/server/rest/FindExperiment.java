package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import java.util.function.Function;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;

/** Finds the experiment that a request's path names; 404 where there is none. */
record FindExperiment(Experiments experiments) {

  /** With its spec. */
  Experiment in(Context request) {
    return in(request, experiments::find);
  }

  /** Without its spec. */
  ExperimentSummary summaryIn(Context request) {
    return in(request, experiments::summary);
  }

  /** Whatever a door finds under the id. */
  <T> T in(Context request, Function<ExperimentId, Optional<T>> door) {
    String id = request.pathParam("id");
    return ExperimentId.parse(id)
        .flatMap(door)
        .orElseThrow(() -> new NotFoundResponse("There is no experiment " + id + "."));
  }

  /** The spec of an experiment; 409 with a sentence where it cannot be read. */
  static ExperimentSpec specOf(Experiment experiment) {
    return switch (experiment.document()) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec spec) -> spec;
      case Document.Unreadable<ExperimentSpec> unreadable ->
          throw new ConflictResponse("The spec cannot be read. " + unreadable.sentence());
    };
  }
}
