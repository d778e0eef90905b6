package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;

/** Submits an experiment, once its dataset's files are seen to be there. */
record AnswerSubmit(Experiments experiments, EstimateCost estimates, DataFolder data)
    implements Handler {

  @Override
  public void handle(Context request) {
    ExperimentSpec spec = ReadBody.asSpec(request);
    spec.datasets().forEach(data::check);
    Experiment experiment = experiments.submit(spec, estimates.known(spec).map(Estimate::work));
    request
        .status(HttpStatus.CREATED)
        .header("Location", ExperimentJson.path(experiment))
        .json(ExperimentJson.whole(experiment));
  }
}
