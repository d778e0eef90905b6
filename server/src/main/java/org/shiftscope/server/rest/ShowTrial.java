package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.storage.Experiment;

/** Shows one trial, with all that it found. */
record ShowTrial(FindExperiment find, FindTrial trial) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getTrial", "Shows one trial, with all that it found")
        .answers(200, "The trial", TrialJson::schema);
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    request.json(TrialJson.of(experiment.spec(), trial.in(request, experiment.id())));
  }
}
