package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.Variants;

/** Reads experiments, without their trials. */
final class ReadExperiments {

  private static final String SELECT =
      "SELECT id, kind, title, state, submitted, started, ended, deleted, expected_seconds,"
          + " favourite, archived"
          + " FROM experiment";

  private static final String HAS_OUTCOME =
      "EXISTS (SELECT 1 FROM tally WHERE tally.experiment = experiment.id"
          + " AND tally.state = 'finished' AND tally.outcome IN (%s))";

  private ReadExperiments() {}

  /** Those that a query names, the newest first. */
  static List<Row> listed(
      Handle handle, ExperimentQuery query, Optional<ExperimentId> after, int limit) {
    var sql = new StringBuilder(SELECT);
    SequencedMap<String, Object> values = new LinkedHashMap<>();
    sql.append(
        query.deleted()
            ? " WHERE deleted IS NOT NULL"
            : " WHERE deleted IS NULL AND archived IS " + (query.archived() ? "NOT NULL" : "NULL"));
    query.state().ifPresent(state -> require(sql, values, "state = :", "state", state.id()));
    requireOneOf(sql, values, "kind IN (%s)", "kind", query.kinds());
    requireOneOf(sql, values, HAS_OUTCOME, "outcome", query.outcomes());
    after.ifPresent(
        id ->
            require(
                sql,
                values,
                "place < (SELECT last.place FROM experiment last WHERE last.id = :after)",
                "after",
                id.value()));
    List<String> words = words(query.text());
    for (int i = 0; i < words.size(); i++) {
      require(
          sql,
          values,
          "LOWER(title) || ' ' || words || ' ' || state LIKE :",
          "word" + i,
          "%" + words.get(i) + "%");
    }
    Query listed =
        handle.createQuery(sql.append(" ORDER BY place DESC FETCH FIRST :limit ROWS ONLY"));
    values.forEach(listed::bind);
    return listed.bind("limit", limit).map((row, context) -> row(row)).list();
  }

  /** {@code law}: its %s becomes the places of the values; without values there is no law. */
  private static void requireOneOf(
      StringBuilder sql, Map<String, Object> values, String law, String name, Set<String> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    List<String> places = new ArrayList<>();
    for (String value : wanted) {
      String place = name + places.size();
      places.add(":" + place);
      values.put(place, value);
    }
    sql.append(" AND ").append(law.formatted(String.join(", ", places)));
  }

  private static void require(
      StringBuilder sql, Map<String, Object> values, String law, String name, Object value) {
    sql.append(" AND ").append(law.endsWith(":") ? law + name : law);
    values.put(name, value);
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.replaceAll("[\\\\%_]", "\\\\$0"))
        .toList();
  }

  static Optional<Row> find(Handle handle, ExperimentId id) {
    return handle
        .createQuery(SELECT + " WHERE id = :id")
        .bind("id", id.value())
        .map((row, context) -> row(row))
        .findOne();
  }

  static Optional<StoredDocument> document(Handle handle, ExperimentId id) {
    return Optional.ofNullable(documents(handle, List.of(id)).get(id));
  }

  static Map<ExperimentId, StoredDocument> documents(Handle handle, Collection<ExperimentId> ids) {
    Map<ExperimentId, StoredDocument> documents = new HashMap<>();
    if (!ids.isEmpty()) {
      handle
          .createQuery("SELECT id, kind, version, spec FROM experiment WHERE id IN (<ids>)")
          .bindList("ids", ids.stream().map(ExperimentId::value).toList())
          .map(
              (row, context) ->
                  Map.entry(
                      new ExperimentId(row.getString("id")),
                      new StoredDocument(
                          row.getString("kind"), row.getInt("version"), row.getString("spec"))))
          .forEach(entry -> documents.put(entry.getKey(), entry.getValue()));
    }
    return documents;
  }

  static Document<ExperimentSpec> spec(StoredDocument stored) {
    return stored.read(Variants.of(ExperimentSpec.class), ReadSpec::from);
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new ExperimentId(row.getString("id")),
        row.getString("kind"),
        row.getString("title"),
        Names.find(ExperimentState.values(), row.getString("state")),
        InstantColumns.read(row, "submitted"),
        InstantColumns.readOptional(row, "started"),
        InstantColumns.readOptional(row, "ended"),
        InstantColumns.readOptional(row, "deleted"),
        Optional.ofNullable(row.getObject("expected_seconds", Double.class)),
        row.getBoolean("favourite"),
        InstantColumns.readOptional(row, "archived"));
  }

  /**
   * An experiment as it stands in its table: {@link ExperimentSummary} without its trials.
   *
   * @param expected seconds of all its trials one after another, as estimated before it was
   *     submitted
   */
  record Row(
      ExperimentId id,
      String kind,
      String title,
      ExperimentState state,
      Instant submitted,
      Optional<Instant> started,
      Optional<Instant> ended,
      Optional<Instant> deleted,
      Optional<Double> expected,
      boolean favourite,
      Optional<Instant> archived) {

    ExperimentSummary with(
        Tally tally, Labels labels, List<MeasureProgress.Running> running, int slots) {
      return new ExperimentSummary(
          id,
          kind,
          title,
          state,
          submitted,
          started,
          ended,
          deleted,
          MeasureProgress.of(tally, running, slots, expected),
          labels,
          tally.outcomes());
    }
  }
}
