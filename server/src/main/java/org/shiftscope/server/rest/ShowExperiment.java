package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Shows one experiment, with its spec. */
record ShowExperiment(FindExperiment find) implements Handler {

  @Override
  public void handle(Context request) {
    request.json(ExperimentJson.whole(find.in(request)));
  }
}
