package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.server.access.WhoMay;
import org.shiftscope.storage.accounts.Asker;

/** Lets nobody through who may not ask that: before each route, those of tomorrow included. */
final class RequireRole implements Handler {

  @Override
  public void handle(Context request) {
    if (Asker.current().isEmpty()) {
      throw new IllegalStateException("A request that nobody asks: a filter has to say who does.");
    }
    String path = request.req().getRequestURI().substring(request.contextPath().length());
    Asker.require(WhoMay.ask(request.req().getMethod(), path));
  }
}
