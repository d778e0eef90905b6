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
import org.shiftscope.storage.FindFindings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what an experiment found over its trials, as it stands now; with {@code ?include=all} from
 * hardly trained trials and walkers that have not arrived as well.
 */
record ShowFindings(FindExperiment find, FindFindings findings) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "getFindings", "Shows what an experiment's trials found together, as it stands now")
        .query(ReadInclude.NAME, Schemas.oneOf(Include.values()), "Which trials are to enter")
        .answers(200, "The findings", ShowFindings::schema);
  }

  @Override
  public void handle(Context request) {
    Include include = ReadInclude.of(request);
    Experiment experiment = find.in(request);
    request.json(json(experiment, FindExperiment.specOf(experiment), include));
  }

  ObjectNode json(Experiment experiment, ExperimentSpec spec, Include include) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", experiment.id().value())
        .put("state", experiment.state().id())
        .put(ReadInclude.NAME, include.id())
        .setAll(ResultJson.toJson(findings.of(experiment.summary(), spec, include)))
        .asObject();
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Findings",
        () -> {
          ObjectNode schema =
              Schemas.object("What the trials of an experiment found together, by its kind.")
                  .field("id", Schemas.text(), "The experiment's id")
                  .field("state", Schemas.oneOf(ExperimentState.values()), "Where it stands")
                  .field(ReadInclude.NAME, Schemas.oneOf(Include.values()), "Which trials entered")
                  .end();
          DescribeKinds.findings()
              .forEach(kind -> schema.withArray("oneOf").add(ResultSchemas.refer(all, kind)));
          return schema;
        });
  }
}
