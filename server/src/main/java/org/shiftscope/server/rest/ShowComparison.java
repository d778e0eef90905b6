package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.comparison.CompareExperiments;
import org.shiftscope.compute.comparison.ComparedExperiment;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.export.TabulateComparison;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ExperimentComparison;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ResultSchemas;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.FindFindings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares experiments with the first of them at equal T, as they stand now: {@code
 * ?experiments=id,id}, and {@code include=all} as in findings.
 */
record ShowComparison(FindAsked find, FindFindings findings) implements DescribedHandler {

  static final int MOST = 8;

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "compareExperiments", "Compares experiments with the first of them at equal T")
        .requires(FindAsked.FIELD, Schemas.text(), "Ids with commas between them, 2 to " + MOST)
        .query(ReadInclude.NAME, ReadInclude.schema(), "Which trials are to enter")
        .query(AnswerTable.FORMAT, Schemas.oneOf(TableFormat.values()), "As a table instead")
        .answers(200, "What differs, and by how much", ShowComparison::schema);
  }

  @Override
  public void handle(Context request) {
    Include include = ReadInclude.of(request);
    List<ComparedExperiment> asked = findings.compared(find.in(request), include);
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put(ReadInclude.NAME, include.measured().id());
    asked.forEach(each -> json.withArray(FindAsked.FIELD).add(each.experiment()));
    ExperimentComparison comparison = compare(asked);
    if (AnswerTable.isAsked(request)) {
      AnswerTable.with(request, TabulateComparison.of(comparison), "comparison");
    } else {
      request.json(json.setAll(ResultJson.toJson(comparison)));
    }
  }

  private static ExperimentComparison compare(List<ComparedExperiment> asked) {
    ComparedExperiment reference = asked.getFirst();
    List<ComparedExperiment> others = asked.subList(1, asked.size());
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < others.size(); i++) {
      String field = FindAsked.field(i + 1);
      String id = others.get(i).experiment();
      CompareExperiments.refuse(reference, others.get(i))
          .ifPresent(law -> problems.add(new Problem(field, law, id)));
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return CompareExperiments.of(reference, others);
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
