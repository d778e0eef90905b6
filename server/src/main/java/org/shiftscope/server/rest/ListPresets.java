package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.spec.Preset;
import org.shiftscope.compute.spec.Presets;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.compute.spec.SpecSchemas;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists the specs to start from, the quick start first. */
final class ListPresets implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("listPresets", "Lists specs to start from, the quick start first")
        .answers(200, "The presets", Schemas.listOf(ListPresets::schema));
  }

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

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Preset",
        () ->
            Schemas.object("A spec to start from.")
                .field("id", Schemas.text(), "Its name in addresses")
                .field("title", Schemas.text(), "Its name for a person")
                .field("explanation", Schemas.text(), "What it shows and how long it takes")
                .field("spec", SpecSchemas.refer(all), "The spec")
                .end());
  }
}
