package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiment;

/** Shows one trial, with all that it found. */
record ShowTrial(FindExperiment find, FindTrial trial) implements Handler {

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    request.json(TrialJson.of(experiment.spec(), trial.in(request, experiment.id())));
  }
}
