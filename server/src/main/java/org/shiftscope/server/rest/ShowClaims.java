package org.shiftscope.server.rest;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.compute.spec.Problem;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Judges the paper's claims by experiments together, as they stand now: {@code ?experiments=id,id},
 * and {@code include=all} as in findings.
 */
record ShowClaims(Experiments experiments) implements Handler {

  static final int MOST = 20;

  private static final String FIELD = "experiments";

  @Override
  public void handle(Context request) {
    Include include = ReadInclude.of(request);
    Map<ExperimentSummary, ExperimentSpec> asked = asked(request);
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(ReadInclude.NAME, include.id());
    asked.keySet().forEach(each -> json.withArray(FIELD).add(each.id().value()));
    request.json(json.setAll(ResultJson.toJson(experiments.findings().claims(asked, include))));
  }

  private Map<ExperimentSummary, ExperimentSpec> asked(Context request) {
    List<String> ids =
        Stream.of(Optional.ofNullable(request.queryParam(FIELD)).orElse("").split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .distinct()
            .toList();
    if (ids.isEmpty() || ids.size() > MOST) {
      throw InvalidSpec.of(
          List.of(
              new Problem(
                  FIELD,
                  "must be 1 to " + MOST + " ids of experiments, with commas between them",
                  ids.isEmpty() ? "" : ids.size() + " of them")));
    }
    Map<ExperimentSummary, ExperimentSpec> found = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      find(ids.get(i), FIELD + "[" + i + "]", found, problems);
    }
    if (!problems.isEmpty()) {
      throw InvalidSpec.of(problems);
    }
    return found;
  }

  private void find(
      String id,
      String field,
      Map<ExperimentSummary, ExperimentSpec> found,
      List<Problem> problems) {
    Optional<Experiment> experiment = ExperimentId.parse(id).flatMap(experiments::find);
    if (experiment.isEmpty()) {
      problems.add(new Problem(field, "must be the id of an experiment of this server", id));
    } else if (experiment.get().summary().deleted().isPresent()) {
      problems.add(new Problem(field, "must not be deleted: restore it first", id));
    } else {
      switch (experiment.get().document()) {
        case Document.Readable<ExperimentSpec>(ExperimentSpec spec) ->
            found.put(experiment.get().summary(), spec);
        case Document.Unreadable<ExperimentSpec> _ ->
            problems.add(new Problem(field, "must be an experiment whose spec can be read", id));
      }
    }
  }
}
