package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists every tag of experiments that are not deleted, the most used first. */
record ListTags(Experiments experiments) implements Handler {

  @Override
  public void handle(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    experiments.tags().forEach((name, count) -> json.addObject().put("name", name).put("experiments", count));
    request.json(json);
  }
}
