package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.time.Duration;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.kind.EstimateCost;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.SpecSchemas;
import org.shiftscope.server.problem.ProblemType;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells what an experiment will cost, from a timed step. */
record EstimateExperiment(EstimateCost estimates, Experiments experiments)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "estimateExperiment", "Tells what an experiment will cost, from a timed step")
        .takes(SpecSchemas::refer, "The spec")
        .answers(200, "Time and memory", EstimateExperiment::schema)
        .refuses(
            ProblemType.INVALID_SPEC, "The spec has problems, or the machine too little memory.")
        .refuses(ProblemType.BUSY, "Others are being answered.");
  }

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

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Estimate",
        () ->
            Schemas.object("What an experiment will cost.")
                .field("trials", Schemas.integer(), "How many")
                .field(
                    "sgdEpochs", Schemas.number(), "Passes over the train samples by SGD, of all")
                .field("totalSeconds", Schemas.number(), "From start to end, with all slots")
                .field("longestTrialSeconds", Schemas.number(), "Of the longest trial")
                .field("memoryBytes", Schemas.integer(), "Of all that run at once")
                .field("speed", Schemas.number(), "Of the timed step, each second")
                .field("speedUnit", Schemas.text(), "What the speed counts")
                .field("sentence", Schemas.text(), "The whole in a sentence")
                .end());
  }
}
