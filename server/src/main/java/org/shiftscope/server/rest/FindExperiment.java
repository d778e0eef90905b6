package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.Experiments;

/** Finds the experiment that a request's path names; 404 where there is none. */
final class FindExperiment {

  private final Experiments experiments;

  FindExperiment(Experiments experiments) {
    this.experiments = experiments;
  }

  Experiment in(Context request) {
    String id = request.pathParam("id");
    return parse(id)
        .flatMap(experiments::find)
        .orElseThrow(() -> new NotFoundResponse("There is no experiment " + id + "."));
  }

  private static Optional<ExperimentId> parse(String id) {
    try {
      return Optional.of(new ExperimentId(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
