package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists every tag of experiments that are not deleted, the most used first. */
record ListTags(Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("listTags", "Lists the tags of experiments, the most used first")
        .answers(200, "The tags", all -> Schemas.listOf(tag()));
  }

  private static ObjectNode tag() {
    return Schemas.object("A tag.")
        .field("name", Schemas.text(), "The tag")
        .field("experiments", Schemas.integer(), "How many experiments have it")
        .end();
  }

  @Override
  public void handle(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    experiments
        .tags()
        .forEach((name, count) -> json.addObject().put("name", name).put("experiments", count));
    request.json(json);
  }
}
