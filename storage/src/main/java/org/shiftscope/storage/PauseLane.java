package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Which lanes are paused: rows of the database, which the workers of every process look at. No
 * trial of a paused lane is taken up, and those that run are put back with their checkpoints.
 */
final class PauseLane {

  private PauseLane() {}

  /** Notes that there is a lane, in a change that has its turn. */
  static void know(Handle handle, String device) {
    handle
        .createUpdate(
            "INSERT INTO lane (device) SELECT CAST(:device AS VARCHAR)"
                + " WHERE NOT EXISTS (SELECT 1 FROM lane WHERE device = :device)")
        .bind("device", device)
        .execute();
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

  /** The devices of those that are paused. */
  static List<String> paused(Handle handle) {
    return handle
        .createQuery("SELECT device FROM lane WHERE paused IS NOT NULL")
        .mapTo(String.class)
        .list();
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
