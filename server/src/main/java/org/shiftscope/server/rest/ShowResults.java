package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows every trial of an experiment, with all that the finished ones found. */
final class ShowResults implements Handler {

  private final FindExperiment find;
  private final Experiments experiments;

  ShowResults(FindExperiment find, Experiments experiments) {
    this.find = find;
    this.experiments = experiments;
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", experiment.id().value())
            .put("state", experiment.state().id());
    ArrayNode trials = json.putArray("trials");
    experiments
        .trials(experiment.id())
        .forEach(trial -> trials.add(TrialJson.of(experiment.spec(), trial)));
    request.json(json);
  }
}
