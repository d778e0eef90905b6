package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.kind.DescribeKinds;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ResultSchemas;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what an experiment found over its trials, as it stands now; with {@code ?include=all} from
 * hardly trained trials and walkers that have not arrived as well, with {@code ?without=3,17} but
 * for these trials.
 */
record ShowFindings(FindExperiment find, FindIncluded found) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return FindIncluded.describe(
            RouteDescription.named(
                "getFindings",
                "Shows what an experiment's trials found together, as it stands now"))
        .answers(200, "The findings", ShowFindings::schema);
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    request.json(json(experiment, spec, ReadInclude.of(request, spec)));
  }

  ObjectNode json(Experiment experiment, ExperimentSpec spec, Include include) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", experiment.id().value())
            .put("state", experiment.state().id())
            .put(ReadInclude.NAME, include.measured().id());
    include.without().forEach(json.putArray(ReadInclude.WITHOUT)::add);
    return json.setAll(ResultJson.toJson(found.of(experiment, spec, include))).asObject();
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Findings",
        () -> {
          ObjectNode schema =
              Schemas.object("What the trials of an experiment found together, by its kind.")
                  .field("id", Schemas.text(), "The experiment's id")
                  .field("state", Schemas.oneOf(ExperimentState.values()), "Where it stands")
                  .field(ReadInclude.NAME, ReadInclude.schema(), "Which trials entered")
                  .field(
                      ReadInclude.WITHOUT,
                      Schemas.listOf(Schemas.integer()),
                      "Numbers of the trials that were left out by hand")
                  .end();
          DescribeKinds.findings()
              .forEach(kind -> schema.withArray("oneOf").add(ResultSchemas.refer(all, kind)));
          return schema;
        });
  }
}
