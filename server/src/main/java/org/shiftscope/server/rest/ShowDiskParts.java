package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.DiskParts;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what an experiment takes on the disk, by what. */
record ShowDiskParts(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getDiskUse", "Shows what an experiment takes on the disk")
        .answers(200, "Bytes, as they are stored", ShowDiskParts::schema);
  }

  @Override
  public void handle(Context request) {
    DiskParts parts = experiments.diskParts(find.summaryIn(request).id());
    request.json(
        JsonNodeFactory.instance
            .objectNode()
            .put("bytes", parts.bytes())
            .put("results", parts.results())
            .put("curves", parts.curves())
            .put("parameters", parts.parameters())
            .put("checkpoints", parts.checkpoints()));
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "DiskParts",
        () ->
            Schemas.object("What an experiment takes on the disk, in bytes as they are stored.")
                .field("bytes", Schemas.integer(), "All of it")
                .field("results", Schemas.integer(), "JSON of its results")
                .field("curves", Schemas.integer(), "Their long series")
                .field("parameters", Schemas.integer(), "The points that its trials came to")
                .field(
                    "checkpoints",
                    Schemas.integer(),
                    "Of trials that have not ended, in the database or the server's folder")
                .end());
  }
}
