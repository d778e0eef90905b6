package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.List;

/** Serves the description of all routes, this one among them: {@link #of} tells it of them. */
final class ShowOpenApi implements DescribedHandler {

  private volatile String document = "";

  void of(List<Endpoint> endpoints) {
    document = DescribeApi.document(endpoints).toString();
  }

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getOpenApi", "Describes this interface, as OpenAPI 3.1")
        .answers(200, "The description", Schemas.plain(Schemas.of("object")));
  }

  @Override
  public void handle(Context request) {
    request.contentType("application/json").result(document);
  }
}
