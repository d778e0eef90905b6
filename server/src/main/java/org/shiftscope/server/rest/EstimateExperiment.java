package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Duration;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells what an experiment will cost, from a timed step. */
record EstimateExperiment(EstimateCost estimates, Experiments experiments) implements Handler {

  @Override
  public void handle(Context request) {
    ExperimentSpec spec = ReadBody.asSpec(request, experiments);
    Estimate estimate = estimates.estimate(spec, RestApi.PATIENCE);
    request.json(
        JsonNodeFactory.instance
            .objectNode()
            .put("trials", estimate.trials())
            .put("sgdEpochs", estimate.sgdEpochs())
            .put("totalSeconds", seconds(estimate.total()))
            .put("longestTrialSeconds", seconds(estimate.longestTrial()))
            .put("memoryBytes", estimate.memoryBytes())
            .put("speed", estimate.speed().perSecond())
            .put("speedUnit", estimate.speed().unit().title())
            .put("sentence", estimate.sentence()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }
}
