package org.shiftscope.server.rest;

import io.javalin.http.Context;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.export.TabulateComparison;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ResultSchemas;
import org.shiftscope.compute.spec.SchemaDefinitions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares experiments with the first of them at equal T, as they stand now: {@code
 * ?experiments=id,id}, and {@code include=all} as in findings.
 */
record ShowComparison(FindComparison find) implements DescribedHandler {

  @Override
  public RouteDescription description() {
    return FindComparison.describe(
            RouteDescription.named(
                "compareExperiments", "Compares experiments with the first of them at equal T"))
        .query(AnswerTable.FORMAT, Schemas.oneOf(TableFormat.values()), "As a table instead")
        .answers(200, "What differs, and by how much", ShowComparison::schema);
  }

  @Override
  public void handle(Context request) {
    FindComparison.Found found = find.in(request);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put(ReadInclude.NAME, ReadInclude.of(request).measured().id());
    found.compared().forEach(each -> json.withArray(FindAsked.FIELD).add(each.experiment()));
    ExperimentComparison comparison = found.comparison();
    if (AnswerTable.isAsked(request)) {
      AnswerTable.with(request, TabulateComparison.of(comparison), "comparison");
    } else {
      request.json(json.setAll(ResultJson.toJson(comparison)));
    }
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Comparison",
        () -> {
          ObjectNode schema =
              Schemas.object("Experiments compared at equal T.")
                  .field(ReadInclude.NAME, ReadInclude.schema(), "Which trials entered")
                  .field(
                      FindAsked.FIELD,
                      Schemas.listOf(Schemas.text()),
                      "The ids, the reference first")
                  .end();
          schema.putArray("allOf").add(ResultSchemas.refer(all, ExperimentComparison.class));
          return schema;
        });
  }
}
