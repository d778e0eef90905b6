package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.time.Instant;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows which experiments take the most on the disk. */
record ShowDiskUse(Experiments experiments) implements DescribedHandler {

  private static final int MOST = 1_000;

  @Override
  public RouteDescription description() {
    return RouteDescription.named("listDiskUse", "Lists the experiments that take most on the disk")
        .query("limit", Schemas.integer(1, MOST).put("default", 20), "At most so many")
        .answers(200, "The experiments", Schemas.listOf(ShowDiskUse::schema));
  }

  @Override
  public void handle(Context request) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    experiments
        .largest(ReadNumber.of(request, "limit", 20, 1, MOST))
        .forEach(
            use ->
                json.addObject()
                    .put("id", use.id().value())
                    .put("title", use.title())
                    .put("deleted", use.deleted().map(Instant::toString).orElse(null))
                    .put("bytes", use.bytes()));
    request.json(json);
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "DiskUse",
        () ->
            Schemas.object("What the results of an experiment take on the disk.")
                .field("id", Schemas.text(), "The experiment's id")
                .field("title", Schemas.text(), "A person's name for it")
                .field(
                    "deleted",
                    Schemas.orNull(Schemas.time()),
                    "When it was deleted: it takes this until it is purged")
                .field("bytes", Schemas.integer(), "With curves and parameters, as stored")
                .end());
  }
}
