package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.storage.Experiments;

/** Hands out the spec of an experiment as it is stored: the way to one that cannot be read. */
final class ShowStoredSpec implements Handler {

  private final FindExperiment find;
  private final Experiments experiments;

  ShowStoredSpec(FindExperiment find, Experiments experiments) {
    this.find = find;
    this.experiments = experiments;
  }

  @Override
  public void handle(Context request) {
    request.contentType("application/json").result(find.in(request, experiments::storedSpec));
  }
}
