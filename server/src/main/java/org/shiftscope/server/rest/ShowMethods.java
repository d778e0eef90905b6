package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.paper.WriteBibtex;
import org.shiftscope.compute.paper.WriteMethods;
import org.shiftscope.compute.spec.ExperimentSpec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a paper says of an experiment: a methods paragraph, and BibTeX. */
record ShowMethods(FindExperiment find, String version) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named("getMethods", "Writes the methods paragraph of a paper")
        .answers(200, "The paragraph and its references", all -> schema());
  }

  private static ObjectNode schema() {
    return Schemas.object("What a paper says of how it was done.")
        .field("paragraph", Schemas.text(), "Every hyperparameter, in sentences")
        .field("bibtex", Schemas.text(), "The references, as BibTeX")
        .end();
  }

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
