package org.shiftscope.server.rest;

import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;

/** Takes a deleted experiment away for good: 204, or 409 with a sentence. */
record AnswerPurge(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("purgeExperiment", "Takes a deleted experiment away for good")
        .answers(204, "It is gone.")
        .refuses(ProblemType.CONFLICT, "It is not deleted, or other experiments need it.");
  }

  @Override
  public void handle(Context request) {
    ExperimentSummary experiment = find.summaryIn(request);
    if (!experiments.purge(experiment.id())) {
      throw new ConflictResponse(
          experiments
              .whyKept(experiment.id())
              .filter(needed -> experiment.deleted().isPresent())
              .orElseGet(() -> Refusals.notPurged(experiment)));
    }
    request.status(HttpStatus.NO_CONTENT);
  }
}
