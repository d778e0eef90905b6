package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/**
 * A handler with its description beside it, where one class answers several routes.
 *
 * @param description what it does, takes and answers
 * @param handler does it
 */
record Described(RouteDescription description, Handler handler) implements DescribedHandler {

  @Override
  public void handle(Context request) throws Exception {
    handler.handle(request);
  }
}
