package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiment;

/** Shows one trial, with all that it found. */
final class ShowTrial implements Handler {

  private final FindExperiment find;
  private final FindTrial trial;

  ShowTrial(FindExperiment find, FindTrial trial) {
    this.find = find;
    this.trial = trial;
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    request.json(TrialJson.of(experiment.spec(), trial.in(request, experiment.id())));
  }
}
