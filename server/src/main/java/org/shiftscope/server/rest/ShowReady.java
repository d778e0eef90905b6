package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells whether the server can do its work now: its database is written to, and its lanes are at
 * work. Where it fails the server may mend by itself, as once a disk has room again: that is no
 * reason to start it anew.
 */
record ShowReady(Supplier<List<String>> notReady) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getReady", "Tells whether the server can do its work now")
        .says(
            "For what sends people or requests here, such as a readiness probe or a monitor: its"
                + " database can be written and its lanes are at work.")
        .answers(200, "It can", ShowReady::schema)
        .answers(503, "It cannot, for the reasons that are named.", ShowReady::schema);
  }

  @Override
  public void handle(Context request) {
    List<String> reasons = notReady.get();
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("status", reasons.isEmpty() ? "ready" : "not-ready");
    ArrayNode told = json.putArray("reasons");
    reasons.forEach(told::add);
    request.status(reasons.isEmpty() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).json(json);
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Ready",
        () ->
            Schemas.object("Whether the server can do its work now.")
                .field("status", Schemas.text(), "ready or not-ready")
                .field(
                    "reasons", Schemas.listOf(Schemas.text()), "Why it cannot; none where it can")
                .end());
  }
}
