package org.shiftscope.storage;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The order in which experiments wait: by priority, then by their turn. */
final class MoveToFront {

  /** Which place it has in the queue: as submitted, where nobody moved it. */
  static final String TURN = "COALESCE(turn, place)";

  private MoveToFront() {}

  /**
   * Puts an experiment before all others that wait. Returns whether anything changed: false where
   * it has ended.
   */
  static boolean move(Change change, ExperimentId id) {
    if (change.lock(id).filter(state -> !state.ended()).isEmpty()) {
      return false;
    }
    int own = number(change, "SELECT priority FROM experiment WHERE id = :id", id).intValue();
    int highest =
        number(
                change,
                "SELECT COALESCE(MAX(priority), -100) FROM experiment"
                    + " WHERE state IN ('queued', 'running') AND id <> :id",
                id)
            .intValue();
    int priority = Math.max(own, highest);
    long first =
        number(
                change,
                "SELECT MIN("
                    + TURN
                    + ") FROM experiment WHERE state IN ('queued', 'running', 'paused') OR id = :id",
                id)
            .longValue();
    change
        .handle()
        .createUpdate("UPDATE experiment SET priority = :priority, turn = :turn WHERE id = :id")
        .bind("priority", priority)
        .bind("turn", first - 1)
        .bind("id", id.value())
        .execute();
    LaneTable.order(change, id);
    change.tellOfExperiment(
        id,
        Event.Type.EXPERIMENT_EDITED,
        "Moved to the front of the queue."
            + (priority == own ? "" : " Its priority is " + priority + " now."));
    return true;
  }

  private static Number number(Change change, String sql, ExperimentId id) {
    return change.handle().createQuery(sql).bind("id", id.value()).mapTo(Long.class).one();
  }

  /** Experiments of which a trial waits for a worker, the one that is next first. */
  static List<ExperimentId> line(Handle handle, int limit) {
    return handle
        .createQuery(
            "SELECT id FROM experiment WHERE state IN ('queued', 'running') AND EXISTS (SELECT 1"
                + " FROM tally WHERE tally.experiment = experiment.id AND tally.state = 'queued')"
                + " ORDER BY priority DESC, "
                + TURN
                + " FETCH FIRST :limit ROWS ONLY")
        .bind("limit", limit)
        .mapTo(String.class)
        .map(ExperimentId::new)
        .list();
  }
}
