package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiments;

/** Hands out the spec of an experiment as it is stored: the way to one that cannot be read. */
record ShowStoredSpec(FindExperiment find, Experiments experiments) implements Handler {

  @Override
  public void handle(Context request) {
    request.contentType("application/json").result(find.in(request, experiments::storedSpec));
  }
}
