package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.SequencedMap;
import org.shiftscope.compute.export.TableFormat;
import org.shiftscope.compute.export.TabulateClaims;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.JudgedClaims;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.ResultSchemas;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.FindFindings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges the paper's claims by experiments together, as they stand now: {@code ?experiments=id,id},
 * and {@code include=all} as in findings.
 */
record ShowClaims(FindAsked find, FindFindings findings) implements DescribedHandler {

  static final int MOST = 20;

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "judgeClaims", "Judges the paper's claims by experiments together")
        .requires(FindAsked.FIELD, Schemas.text(), "Ids with commas between them, at most " + MOST)
        .query(ReadInclude.NAME, ReadInclude.schema(), "Which trials are to enter")
        .query(AnswerTable.FORMAT, Schemas.oneOf(TableFormat.values()), "As a table instead")
        .answers(200, "The verdicts", ShowClaims::schema);
  }

  @Override
  public void handle(Context request) {
    Include include = ReadInclude.of(request);
    SequencedMap<ExperimentSummary, ExperimentSpec> asked = find.in(request);
    ObjectNode json =
        JsonNodeFactory.instance.objectNode().put(ReadInclude.NAME, include.measured().id());
    asked.keySet().forEach(each -> json.withArray(FindAsked.FIELD).add(each.id().value()));
    JudgedClaims judged = findings.claims(asked, include);
    if (AnswerTable.isAsked(request)) {
      AnswerTable.with(request, TabulateClaims.of(judged), "claims");
    } else {
      request.json(json.setAll(ResultJson.toJson(judged)));
    }
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Claims",
        () -> {
          ObjectNode schema =
              Schemas.object("Verdicts on the claims of the paper.")
                  .field(ReadInclude.NAME, ReadInclude.schema(), "Which trials entered")
                  .field(FindAsked.FIELD, Schemas.listOf(Schemas.text()), "The experiments' ids")
                  .end();
          schema.putArray("allOf").add(ResultSchemas.refer(all, JudgedClaims.class));
          return schema;
        });
  }
}
