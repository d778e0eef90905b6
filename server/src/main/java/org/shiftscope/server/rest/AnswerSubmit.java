package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;

/** Submits an experiment that can run here: its dataset's files are there, and the memory. */
record AnswerSubmit(Experiments experiments, EstimateCost estimates, Host host) implements Handler {

  @Override
  public void handle(Context request) {
    ExperimentSpec spec = ReadBody.asSpec(request, experiments);
    host.check(spec);
    Experiment experiment = experiments.submit(spec, estimates.known(spec).map(Estimate::work));
    request
        .status(HttpStatus.CREATED)
        .header("Location", ExperimentJson.path(experiment))
        .json(ExperimentJson.whole(experiment));
  }
}
