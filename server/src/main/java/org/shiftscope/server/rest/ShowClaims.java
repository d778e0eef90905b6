package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.SequencedMap;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.FindFindings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges the paper's claims by experiments together, as they stand now: {@code ?experiments=id,id},
 * and {@code include=all} as in findings.
 */
record ShowClaims(FindAsked find, FindFindings findings) implements Handler {

  static final int MOST = 20;

  @Override
  public void handle(Context request) {
    Include include = ReadInclude.of(request);
    SequencedMap<ExperimentSummary, ExperimentSpec> asked = find.in(request);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(ReadInclude.NAME, include.id());
    asked.keySet().forEach(each -> json.withArray(FindAsked.FIELD).add(each.id().value()));
    request.json(json.setAll(ResultJson.toJson(findings.claims(asked, include))));
  }
}
