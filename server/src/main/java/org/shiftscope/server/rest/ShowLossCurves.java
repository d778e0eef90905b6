package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows how the loss goes in a trial that runs; the events of its progress say when to ask. */
record ShowLossCurves(FindExperiment find, FindTrial trial, Experiments experiments)
    implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "getLossCurves", "Shows how the loss and its gradient go in a trial that runs")
        .says(
            "At most 200 points for each stage, kept in memory while the trial runs: none before and after, none of stages"
                + " that descend on no loss, and from where it went on after a restart of the server.")
        .answers(200, "The curves so far", ShowLossCurves::schema);
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    Trial found = trial.in(request, experiment.id());
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("trial", found.number())
            .put("state", found.state().id());
    ArrayNode curves = json.putArray("curves");
    experiments
        .lossCurves(experiment.id())
        .getOrDefault(found.number(), List.of())
        .forEach(curve -> write(curve, curves.addObject()));
    request.json(json);
  }

  private static void write(LossCurve curve, ObjectNode json) {
    ArrayNode points = json.put("stage", curve.stage()).putArray("points");
    for (LossCurve.Point point : curve.points()) {
      points
          .addObject()
          .put("step", point.step())
          .put("loss", finite(point.loss()))
          .put("gradientNorm", finite(point.gradientNorm()));
    }
  }

  /** JSON has no other numbers. */
  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "LossCurves",
        () ->
            Schemas.object("How the loss goes in a trial that runs.")
                .field("trial", Schemas.integer(), "The trial's number")
                .field("state", Schemas.oneOf(TrialState.values()), "Where it stands")
                .field("curves", Schemas.listOf(curve()), "One for each stage, in their order")
                .end());
  }

  private static ObjectNode curve() {
    return Schemas.object("How the loss goes in a stage.")
        .field("stage", Schemas.text(), "SGD, train point, test point, window")
        .field("points", Schemas.listOf(point()), "In the order of the steps, thinned")
        .end();
  }

  private static ObjectNode point() {
    return Schemas.object("A step.")
        .field("step", Schemas.integer(), "Steps of SGD, or gradients of a refinement, so far")
        .field(
            "loss",
            Schemas.orNull(Schemas.number()),
            "Of the minibatch before the step, without the L2 term, or of all samples")
        .field("gradientNorm", Schemas.orNull(Schemas.number()), "Norm of the same loss's gradient")
        .end();
  }
}
