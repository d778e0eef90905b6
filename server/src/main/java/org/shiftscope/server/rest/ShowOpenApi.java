package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Serves the description of all routes, this one among them: {@link #of} tells it of them. */
final class ShowOpenApi implements DescribedHandler {

  private volatile ObjectNode document = JsonNodeFactory.instance.objectNode();

  void of(List<Endpoint> endpoints) {
    document = DescribeApi.document(endpoints);
  }

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getOpenApi", "Describes this interface, as OpenAPI 3.1")
        .answers(200, "The description", Schemas.plain(Schemas.of("object")));
  }

  @Override
  public void handle(Context request) {
    ObjectNode here = document.deepCopy();
    String root = request.contextPath();
    here.putArray("servers").addObject().put("url", root.isEmpty() ? "/" : root);
    request.contentType("application/json").result(here.toString());
  }
}
