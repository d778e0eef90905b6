package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the specs to start from, the quick start first. */
final class ListPresets implements Handler {

  @Override
  public void handle(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    Presets.all().forEach(preset -> json.add(toJson(preset)));
    request.json(json);
  }

  private static ObjectNode toJson(Preset preset) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", preset.id())
            .put("title", preset.title())
            .put("explanation", preset.explanation());
    json.set("spec", WriteSpec.toJson(preset.spec()));
    return json;
  }
}
