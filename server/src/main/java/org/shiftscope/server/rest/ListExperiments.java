package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists the experiments, the newest first. */
final class ListExperiments implements Handler {

  private final Experiments experiments;

  ListExperiments(Experiments experiments) {
    this.experiments = experiments;
  }

  @Override
  public void handle(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    experiments.list().forEach(experiment -> json.add(ExperimentJson.summary(experiment)));
    request.json(json);
  }
}
