package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.kind.Host;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;

/** Runs an experiment again, as one of its own whose record compares the numbers. */
record AnswerAgain(FindExperiment find, Experiments experiments, EstimateCost estimates, Host host)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("runAgain", "Runs the same spec again and compares the numbers")
        .answers(201, "The new experiment, whose record compares", ExperimentJson::schema)
        .withHeader(201, "Location", "Its address")
        .refuses(ProblemType.DATASET_UNAVAILABLE, "Its dataset is not there.")
        .refuses(ProblemType.INVALID_SPEC, "This machine has too little memory for it.");
  }

  @Override
  public void handle(Context request) {
    Experiment before = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(before);
    host.check(spec);
    Experiment again =
        experiments.again(before.id(), spec, estimates.known(spec).map(Estimate::work));
    request
        .status(HttpStatus.CREATED)
        .header("Location", request.contextPath() + ExperimentJson.path(again))
        .json(ExperimentJson.whole(again, request.contextPath()));
  }
}
