package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.server.problem.ProblemType;

/** Shows one experiment, with its spec. */
record ShowExperiment(FindExperiment find) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getExperiment", "Shows an experiment with its spec")
        .answers(200, "The experiment", ExperimentJson::schema)
        .refuses(ProblemType.NOT_FOUND, "There is none with this id.");
  }

  @Override
  public void handle(Context request) {
    request.json(ExperimentJson.whole(find.in(request), request.contextPath()));
  }
}
