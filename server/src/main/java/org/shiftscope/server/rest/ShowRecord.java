package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.Optional;
import org.shiftscope.compute.reproduction.RepeatedTrial;
import org.shiftscope.compute.reproduction.ReproducibilityRecord;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Repetition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows the reproducibility record of an experiment: what its numbers depend on, where it was
 * imported from, and, where it runs another one again, how its numbers stand to those.
 */
record ShowRecord(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getRecord", "Shows what an experiment's numbers depend on")
        .says(
            "Versions, kernels, processor, seeds, samples; and how a repetition's numbers stand to the first.")
        .answers(200, "The record", all -> Schemas.of("object"));
  }

  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ReproducibilityRecord record =
        experiments.record(experiment.id(), FindExperiment.specOf(experiment));
    ObjectNode json =
        JSON.createObjectNode()
            .put("id", experiment.id().value())
            .put("state", experiment.state().id());
    json.setAll((ObjectNode) JSON.valueToTree(record));
    json.set("origins", JSON.valueToTree(experiments.archives().origins(experiment.id())));
    json.set(
        "again",
        JSON.valueToTree(
            experiments.repeatsOf(experiment.id()).stream().map(Object::toString).toList()));
    Optional<Repetition> repetition = Repetition.of(experiments, experiment.id());
    json.putNull("repeats");
    repetition.ifPresent(found -> json.set("repeats", json(found)));
    request.json(json);
  }

  private static ObjectNode json(Repetition repetition) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("experiment", repetition.repeated().value())
            .put("sentence", repetition.sentence());
    ArrayNode trials = json.putArray("trials");
    for (RepeatedTrial trial : repetition.trials()) {
      trials
          .addObject()
          .put("number", trial.trial())
          .put("verdict", trial.verdict().id())
          .put("quantity", trial.quantity().isEmpty() ? null : trial.quantity())
          .put("difference", Double.isFinite(trial.difference()) ? trial.difference() : null)
          .put("tolerance", trial.tolerance())
          .put("sentence", trial.sentence());
    }
    return json;
  }
}
