package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.shiftscope.compute.finding.KeyNumbers;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.ReadSpec;
import org.shiftscope.compute.spec.Variants;

/** Reads experiments, without their trials. */
final class ReadExperiments {

  private static final String SELECT =
      "SELECT id, kind, title, state, submitted, started, ended, deleted, expected_seconds,"
          + " favourite, archived, priority, trial_seconds"
          + " FROM experiment";

  private static final String AFTER =
      " AND place < (SELECT last.place FROM experiment last WHERE last.id = :after)";

  private ReadExperiments() {}

  /** Those that a search finds, the newest first. */
  static List<Row> listed(Handle handle, Search search, Optional<ExperimentId> after, int limit) {
    SearchSql sql = SearchSql.of(search);
    Query listed =
        handle
            .createQuery(
                SELECT
                    + " WHERE "
                    + sql.condition()
                    + after.map(last -> AFTER).orElse("")
                    + " ORDER BY place DESC FETCH FIRST :limit ROWS ONLY")
            .bind("limit", limit);
    sql.values().forEach(listed::bind);
    after.ifPresent(last -> listed.bind("after", last.value()));
    return listed.map((row, context) -> row(row)).list();
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
        InstantColumns.readOptional(row, "archived"),
        new Queueing(
            row.getInt("priority"),
            Optional.ofNullable(row.getObject("trial_seconds", Double.class))
                .map(Queueing::seconds)));
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
      Optional<Instant> archived,
      Queueing queueing) {

    ExperimentSummary with(
        Tally tally,
        Labels labels,
        KeyNumbers found,
        List<MeasureProgress.Running> running,
        int slots) {
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
          found,
          tally.outcomes());
    }
  }
}
