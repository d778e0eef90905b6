package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.spec.Named;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a trial stood when its experiment was archived: its state has ended, and its result, where
 * it has one, is an entry of its own.
 */
record ArchivedTrial(
    int number,
    TrialState state,
    int attempts,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<String> failure) {

  static ObjectNode toJson(TrialSummary trial) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("number", trial.number())
        .put("state", trial.state().id())
        .put("attempts", trial.attempts())
        .put("started", text(trial.started()))
        .put("ended", text(trial.ended()))
        .put("failure", trial.failure().orElse(null));
  }

  /**
   * Reads one.
   *
   * @throws RuntimeException where it is none
   */
  static ArchivedTrial from(JsonNode json) {
    return new ArchivedTrial(
        json.get("number").intValue(),
        Named.find(TrialState.values(), json.get("state").asString())
            .filter(TrialState::ended)
            .orElseThrow(),
        json.get("attempts").intValue(),
        instant(json.get("started")),
        instant(json.get("ended")),
        Optional.of(json.get("failure")).filter(JsonNode::isString).map(JsonNode::asString));
  }

  /** A time that may be null. */
  static Optional<Instant> instant(JsonNode json) {
    return json.isNull() ? Optional.empty() : Optional.of(Instant.parse(json.asString()));
  }

  private static @Nullable String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse(null);
  }
}
