package org.shiftscope.storage;

import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.Variants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a result: one row, and one for each of its long series. {@link ReadResults} reads it. */
final class StoreResult {

  static final String OUTCOME = "outcome";
  static final String SENTENCE = "sentence";

  private StoreResult() {}

  static void store(Change change, TrialAttempt attempt, TrialResult result) {
    String format = ResultJson.type(result);
    int version = Variants.versionOf(result.getClass());
    store(change, attempt, format, version, ResultJson.toJson(result));
  }

  /**
   * Writes a document of a result, of whatever version.
   *
   * @param json whole, with its series; Modified
   */
  static void store(
      Change change, TrialAttempt attempt, String format, int version, ObjectNode json) {
    Optional<String> outcome = text(json.remove(OUTCOME));
    Optional<String> sentence = text(json.remove(SENTENCE));
    Map<String, double[]> curves = SplitCurves.takeOut(json);
    change
        .handle()
        .createUpdate(
            "INSERT INTO result (experiment, number, attempt, format, version, outcome, sentence,"
                + " body) VALUES (:experiment, :number, :attempt, :format, :version, :outcome,"
                + " :sentence, :body)")
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .bind("attempt", attempt.attempt())
        .bind("format", format)
        .bind("version", version)
        .bind(OUTCOME, outcome)
        .bind(SENTENCE, sentence)
        .bind("body", json.toString())
        .execute();
    change.gain("result", 1);
    storeCurves(change, attempt, curves);
  }

  /** Empty where there is none, which the database refuses. */
  private static Optional<String> text(JsonNode json) {
    return Optional.of(json).filter(JsonNode::isString).map(JsonNode::asString);
  }

  private static void storeCurves(
      Change change, TrialAttempt attempt, Map<String, double[]> curves) {
    if (curves.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        change
            .handle()
            .prepareBatch(
                "INSERT INTO curve (experiment, number, path, size, numbers)"
                    + " VALUES (:experiment, :number, :path, :size, :numbers)");
    curves.forEach(
        (path, curve) ->
            batch
                .bind("experiment", attempt.experiment().value())
                .bind("number", attempt.trial())
                .bind("path", path)
                .bind("size", curve.length)
                .bind("numbers", PackNumbers.pack(curve))
                .add());
    change.gain("curve", batch.execute().length);
  }
}
