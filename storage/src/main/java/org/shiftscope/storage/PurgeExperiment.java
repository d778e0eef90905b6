package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Takes deleted experiments away for good. H2 uses the room again; its file does not get smaller.
 */
final class PurgeExperiment {

  /** From what points at others to what is pointed at. */
  private static final List<String> TABLES =
      List.of("parameters", "curve", "result", "tally", "event", "trial");

  private PurgeExperiment() {}

  /** The one place that decides whether an experiment may go. */
  static boolean purge(Change change, ExperimentId id) {
    change.lock(id);
    if (!DeleteExperiment.isDeleted(change, id)) {
      return false;
    }
    for (String table : TABLES) {
      change
          .handle()
          .createUpdate("DELETE FROM " + table + " WHERE experiment = :id")
          .bind("id", id.value())
          .execute();
    }
    change
        .handle()
        .createUpdate("DELETE FROM experiment WHERE id = :id")
        .bind("id", id.value())
        .execute();
    change.tellOfPurged(id);
    return true;
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
