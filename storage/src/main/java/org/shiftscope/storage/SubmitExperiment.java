package org.shiftscope.storage;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;
import org.shiftscope.compute.kind.Kind;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.Variants;
import org.shiftscope.compute.spec.WriteSpec;
import tools.jackson.databind.JsonNode;

/** Keeps a spec and queues its trials. */
final class SubmitExperiment {

  /**
   * Longer numbers are no person's, such as the temperatures between two ends: the digits of one
   * that is searched stand in some of them by chance.
   */
  private static final int LONGEST_NUMBER = 7;

  private SubmitExperiment() {}

  static boolean submit(
      Change change,
      ExperimentId id,
      ExperimentSpec spec,
      Optional<Duration> expected,
      Queueing queueing) {
    CheckInputs.of(change, spec);
    JsonNode json = WriteSpec.toJson(spec);
    change
        .handle()
        .createUpdate(
            "INSERT INTO experiment (id, kind, version, title, spec, words, dataset, network, state,"
                + " submitted, expected_seconds, priority, trial_seconds)"
                + " VALUES (:id, :kind, :version, :title, :spec, :words, :dataset, :network, :state,"
                + " :submitted, :expected, :priority, :limit)")
        .bind("id", id.value())
        .bind("kind", spec.kind())
        .bind("version", Variants.versionOf(spec.getClass()))
        .bind("title", spec.title())
        .bind("spec", json.toString())
        .bind("words", words(id, json))
        .bind("dataset", named(json, "dataset"))
        .bind("network", named(json, "network"))
        .bind("state", ExperimentState.QUEUED.id())
        .bind("submitted", change.now())
        .bind("expected", expected.map(work -> work.toMillis() / 1e3))
        .bind("priority", queueing.priority())
        .bind("limit", queueing.trialLimit().map(limit -> limit.toMillis() / 1e3))
        .execute();
    change.gain("experiment", 1);
    Checksums.storeOfSpec(change.handle(), id.value());
    Route route = Route.now(change.handle());
    insertTrials(change, route, id, spec);
    StoreInputs.store(change, id, spec.inputs());
    KeepTally.count(change, id);
    route.addAll(change, id);
    change.audit("submit", id.value());
    change.tellOfExperiment(
        id,
        Event.Type.EXPERIMENT_SUBMITTED,
        spec.trialCount() == 1
            ? "Submitted, with one trial."
            : "Submitted, with " + spec.trialCount() + " trials.");
    return true;
  }

  /**
   * What a search looks in beside the title, which can change: the id and every other text and
   * number in the spec.
   */
  static String words(ExperimentId id, JsonNode spec) {
    return Stream.concat(
            Stream.of(id.value()),
            spec.propertyStream()
                .filter(field -> !field.getKey().equals("title"))
                .flatMap(field -> values(field.getValue())))
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  /** The name of the first part of a spec under a field's name; null where there is none. */
  static @Nullable String named(JsonNode spec, String field) {
    JsonNode part = spec.findValue(field);
    JsonNode name = part == null ? null : part.isObject() ? part.get("name") : part;
    return name != null && name.isString() ? name.asString() : null;
  }

  private static Stream<String> values(JsonNode json) {
    return json.isContainer()
        ? json.valueStream().flatMap(SubmitExperiment::values)
        : Stream.of(json)
            .filter(value -> !value.isBoolean())
            .map(JsonNode::asString)
            .filter(text -> json.isString() || text.length() <= LONGEST_NUMBER);
  }

  /** In one statement: ten thousand of them would keep every other change waiting. */
  static void insertTrials(Change change, Route route, ExperimentId id, ExperimentSpec spec) {
    int count = spec.trialCount();
    change.gain("trial", count);
    change
        .handle()
        .createUpdate(
            """
            INSERT INTO trial (experiment, number, device, state, phase, fraction, attempts, weight)
            SELECT :experiment, place - 1, device, :state, '', 0, 0, weight
            FROM UNNEST(CAST(:devices AS VARCHAR ARRAY), CAST(:weights AS DOUBLE PRECISION ARRAY))
              WITH ORDINALITY AS one (device, weight, place)
            """)
        .bind("experiment", id.value())
        .bind("state", TrialState.QUEUED.id())
        .bind(
            "devices",
            array("varchar", IntStream.range(0, count).mapToObj(n -> route.of(n).device())))
        .bind("weights", array("float8", IntStream.range(0, count).mapToObj(Kind.of(spec)::cost)))
        .execute();
  }

  private static Argument array(String type, Stream<?> values) {
    Object[] elements = values.toArray();
    return (position, statement, context) ->
        statement.setArray(position, context.getConnection().createArrayOf(type, elements));
  }
}
