package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Supplier;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells that the process lives: for a supervisor that starts it anew where this fails. It asks
 * nothing of the database, which a new start would not mend. On the server's port a thread of its
 * own answers before this: see {@code AnswerAlive}.
 */
public record ShowLive(Supplier<Optional<String>> deadlock) implements DescribedHandler {

  /** From the server's own root. */
  public static final String PATH = "/api/health/live";

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getLive", "Tells whether the process lives")
        .says("For a supervisor, such as a liveness probe: where it fails, start the process anew.")
        .answers(200, "It lives", ShowLive::schema)
        .answers(503, "Some of its threads wait for each other for ever.", ShowLive::schema);
  }

  @Override
  public void handle(Context request) {
    Optional<String> stuck = deadlock.get();
    request.status(stuck.isPresent() ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    request.json(json(stuck));
  }

  /** The body: whether it lives, and what is wrong. */
  public static ObjectNode json(Optional<String> stuck) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", stuck.isPresent() ? "stuck" : "alive")
        .put("trouble", stuck.orElse(null));
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Live",
        () ->
            Schemas.object("Whether the process lives.")
                .field("status", Schemas.text(), "alive or stuck")
                .field("trouble", Schemas.orNull(Schemas.text()), "What is wrong, if anything")
                .end());
  }
}
