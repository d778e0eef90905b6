package org.shiftscope.server.rest;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.finding.Include;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.FindFindings;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what an experiment found over its trials, as it stands now; with {@code ?include=all} from
 * hardly trained trials and walkers that have not arrived as well.
 */
record ShowFindings(FindExperiment find, FindFindings findings) implements Handler {

  private static final String INCLUDE = "include";

  @Override
  public void handle(Context request) {
    Include include = include(request.queryParam(INCLUDE));
    Experiment experiment = find.in(request);
    ExperimentSpec spec = FindExperiment.specOf(experiment);
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", experiment.id().value())
            .put("state", experiment.state().id())
            .put(INCLUDE, include.id());
    request.json(json.setAll(ResultJson.toJson(findings.of(experiment.summary(), spec, include))));
  }

  private static Include include(@Nullable String text) {
    return text == null
        ? Include.COUNTED
        : Named.find(Include.values(), text)
            .orElseThrow(() -> new BadRequestResponse(refusal(text)));
  }

  private static String refusal(String text) {
    String ids =
        Arrays.stream(Include.values()).map(Include::id).collect(Collectors.joining(" or "));
    return INCLUDE + " must be " + ids + "; it is " + text + ".";
  }
}
