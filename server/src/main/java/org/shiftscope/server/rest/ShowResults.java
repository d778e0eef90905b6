package org.shiftscope.server.rest;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.SchemaDefinitions;
import org.shiftscope.storage.Document;
import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Trial;
import org.shiftscope.storage.TrialState;
import org.shiftscope.storage.TrialSummary;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows the trials of an experiment, with all that the finished ones found: all of them, or {@code
 * ?limit=} from the number {@code ?from=} on. They are read and written a few at a time, so however
 * many they are and however many read them slowly, memory is not filled with them.
 */
record ShowResults(FindExperiment find, Experiments experiments) implements DescribedHandler {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 50;

  /** Letters of which the trials that are written together take about so many. */
  private static final int LETTERS_AT_ONCE = 256 << 10;

  private static final LongTexts TEXTS = LongTexts.ofProcess();

  @Override
  public RouteDescription description() {
    return RouteDescription.named(
            "getResults",
            "Shows the trials of an experiment, with all that the finished ones found")
        .query("from", Schemas.integer().put("minimum", 0).put("default", 0), "The first number")
        .query("limit", Schemas.integer().put("minimum", 1), "At most so many; left out, all")
        .answers(200, "The trials", ShowResults::schema);
  }

  @Override
  public void handle(Context request) {
    Experiment experiment = find.in(request);
    int from = ReadNumber.of(request, "from", 0, 0, Integer.MAX_VALUE);
    int limit = ReadNumber.of(request, "limit", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    request.contentType("application/json");
    JsonGenerator json = JSON.createGenerator(request.outputStream());
    json.writeStartObject();
    json.writeStringProperty("id", experiment.id().value());
    json.writeStringProperty("state", experiment.state().id());
    json.writeArrayPropertyStart("trials");
    write(json, experiment, from, limit);
    json.writeEndArray();
    json.writeEndObject();
    json.close(); // not after a failure: what it closes by itself would look whole
  }

  private void write(JsonGenerator json, Experiment experiment, int from, int limit) {
    int left = limit;
    int next = from;
    int atOnce = 1;
    List<String> some;
    do {
      atOnce = Math.min(atOnce, left);
      int first = next;
      int count = atOnce;
      some = TEXTS.pass(() -> texts(experiment, first, count), json::writeRawValue);
      left -= some.size();
      next += some.size();
      if (some.size() < atOnce) {
        return;
      }
      int longest = some.stream().mapToInt(String::length).max().orElseThrow();
      atOnce = Math.clamp(LETTERS_AT_ONCE / longest, 1, AT_ONCE);
    } while (left > 0);
  }

  /** Trials as JSON, at most so many, fewer at the end. */
  private List<String> texts(Experiment experiment, int from, int limit) {
    return some(experiment, from, limit).stream()
        .map(trial -> JSON.writeValueAsString(TrialJson.of(experiment.spec(), trial)))
        .toList();
  }

  private List<Trial> some(Experiment experiment, int from, int limit) {
    List<TrialSummary> trials = experiments.trials(experiment.id(), from, limit);
    List<Integer> finished =
        trials.stream()
            .filter(trial -> trial.state() == TrialState.FINISHED)
            .map(TrialSummary::number)
            .toList();
    Map<Integer, Document<TrialResult>> results = experiments.results(experiment.id(), finished);
    return trials.stream()
        .map(trial -> new Trial(trial, Optional.ofNullable(results.get(trial.number()))))
        .toList();
  }

  private static ObjectNode schema(SchemaDefinitions all) {
    return all.refer(
        "Results",
        () ->
            Schemas.object("The trials of an experiment.")
                .field("id", Schemas.text(), "The experiment's id")
                .field("state", Schemas.oneOf(ExperimentState.values()), "Where it stands")
                .field("trials", Schemas.listOf(TrialJson.schema(all)), "In the order of numbers")
                .end());
  }
}
