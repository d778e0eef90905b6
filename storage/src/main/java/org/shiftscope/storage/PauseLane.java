package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Which lanes are paused: rows of the database, which the workers of every process look at. No
 * trial of a paused lane is taken up, and those that run are put back with their checkpoints.
 */
final class PauseLane {

  private PauseLane() {}

  /** Notes that there is a lane. */
  static void know(Handle handle, String device) {
    try {
      handle
          .createUpdate(
              "INSERT INTO lane (device) SELECT CAST(:device AS VARCHAR)"
                  + " WHERE NOT EXISTS (SELECT 1 FROM lane WHERE device = :device)")
          .bind("device", device)
          .execute();
    } catch (UnableToExecuteStatementException refused) {
      if (!isKnown(handle, device)) { // else another worker has just noted it
        throw refused;
      }
    }
  }

  private static boolean isKnown(Handle handle, String device) {
    return handle
        .createQuery("SELECT 1 FROM lane WHERE device = :device")
        .bind("device", device)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Returns whether anything changed: false where it was paused before, or is unknown. */
  static boolean pause(Change change, String device) {
    return change
            .handle()
            .createUpdate("UPDATE lane SET paused = :now WHERE device = :device AND paused IS NULL")
            .bind("now", change.now())
            .bind("device", device)
            .execute()
        == 1;
  }

  /** Returns whether anything changed: false where it was not paused, or is unknown. */
  static boolean resume(Change change, String device) {
    return change
            .handle()
            .createUpdate(
                "UPDATE lane SET paused = NULL WHERE device = :device AND paused IS NOT NULL")
            .bind("device", device)
            .execute()
        == 1;
  }

  static boolean isPaused(Handle handle, String device) {
    return handle
        .createQuery("SELECT 1 FROM lane WHERE device = :device AND paused IS NOT NULL")
        .bind("device", device)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** Every lane that ever was, by its device's name. */
  static List<LaneSummary> all(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT lane.device, lane.paused,
              (SELECT COUNT(*) FROM trial WHERE trial.state = 'running'
                AND trial.device = lane.device) AS running,
              (SELECT COUNT(*) FROM trial WHERE trial.state = 'queued'
                AND trial.device = lane.device) AS waiting
            FROM lane ORDER BY lane.device
            """)
        .map(
            (row, context) ->
                new LaneSummary(
                    row.getString("device"),
                    InstantColumns.readOptional(row, "paused"),
                    row.getInt("running"),
                    row.getInt("waiting")))
        .list();
  }

  static Optional<LaneSummary> find(Handle handle, String device) {
    return all(handle).stream().filter(lane -> lane.device().equals(device)).findFirst();
  }
}
