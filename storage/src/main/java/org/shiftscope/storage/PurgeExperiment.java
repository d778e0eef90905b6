package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Takes deleted experiments away for good. H2's file does not get smaller: see {@link
 * CompactRecord}.
 */
final class PurgeExperiment {

  /** From what points at others to what is pointed at. */
  private static final List<String> TABLES =
      List.of(
          "idempotency_key",
          "trial_input",
          "parameters",
          "curve",
          "result",
          "tally",
          "tag",
          "note",
          "finding",
          "event",
          "trial");

  private static final int MOST_NAMED = 5;

  private PurgeExperiment() {}

  /** The one place that decides whether an experiment may go. */
  static boolean purge(Change change, ExperimentId id) {
    change.lock(id);
    if (!DeleteExperiment.isDeleted(change, id) || whyKept(change.handle(), id).isPresent()) {
      return false;
    }
    for (String table : TABLES) {
      delete(change, table, "experiment", id);
    }
    PurgeShares.with(change, id);
    delete(change, "experiment", "id", id);
    change.tellOfPurged(id);
    return true;
  }

  private static void delete(Change change, String table, String column, ExperimentId id) {
    int rows =
        change
            .handle()
            .createUpdate("DELETE FROM " + table + " WHERE " + column + " = :id")
            .bind("id", id.value())
            .execute();
    change.gain(table, -rows);
  }

  /** Who needs points of its trials, a sentence; empty where nobody does. */
  static Optional<String> whyKept(Handle handle, ExperimentId id) {
    List<String> needing =
        handle
            .createQuery(
                "SELECT id FROM experiment WHERE id IN (SELECT experiment FROM trial_input"
                    + " WHERE source_experiment = :id AND experiment <> :id) ORDER BY place")
            .bind("id", id.value())
            .mapTo(String.class)
            .list();
    return needing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Experiment "
                + id
                + " is kept, since trials of "
                + (needing.size() == 1 ? "experiment " : needing.size() + " experiments need it: ")
                + needing.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (needing.size() > MOST_NAMED ? " and others" : "")
                + (needing.size() == 1 ? " need it. Purge that first." : ". Purge these first."));
  }

  /** The experiments that were deleted before a time. */
  static List<ExperimentId> due(Handle handle, Instant time) {
    return handle
        .createQuery("SELECT id FROM experiment WHERE deleted < :time ORDER BY deleted")
        .bind("time", time)
        .mapTo(String.class)
        .map(ExperimentId::new)
        .list();
  }
}
