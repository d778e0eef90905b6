package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Shows one experiment, with its spec. */
final class ShowExperiment implements Handler {

  private final FindExperiment find;

  ShowExperiment(FindExperiment find) {
    this.find = find;
  }

  @Override
  public void handle(Context request) {
    request.json(ExperimentJson.whole(find.in(request)));
  }
}
