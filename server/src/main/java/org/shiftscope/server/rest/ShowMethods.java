package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.shiftscope.compute.paper.WriteBibtex;
import org.shiftscope.compute.paper.WriteMethods;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.databind.node.JsonNodeFactory;

/** Shows what a paper says of an experiment: a methods paragraph, and BibTeX. */
record ShowMethods(FindExperiment find, String version) implements Handler {

  @Override
  public void handle(Context request) {
    ExperimentSpec spec = FindExperiment.specOf(find.in(request));
    request.json(
        JsonNodeFactory.instance
            .objectNode()
            .put("paragraph", WriteMethods.of(spec, version))
            .put("bibtex", WriteBibtex.of(spec, version)));
  }
}
