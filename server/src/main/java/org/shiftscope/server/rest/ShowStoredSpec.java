package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.storage.Experiments;

/** Hands out the spec of an experiment as it is stored: the way to one that cannot be read. */
record ShowStoredSpec(FindExperiment find, Experiments experiments) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "getSpec", "Hands out a spec as it is stored, even where this version cannot read it")
        .answers(200, "The spec", Schemas.plain(Schemas.of("object")));
  }

  @Override
  public void handle(Context request) {
    request.contentType("application/json").result(find.in(request, experiments::storedSpec));
  }
}
