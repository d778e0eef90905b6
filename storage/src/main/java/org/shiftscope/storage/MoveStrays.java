package org.shiftscope.storage;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Moves trials that wait in a lane which nobody serves to the lanes that somebody does. There they
 * start from the beginning: a result is of one device. Several workers may do so at once.
 */
final class MoveStrays {

  private MoveStrays() {}

  /** Moves those of lanes, and those that dead workers left in them. */
  static void outOf(Database database, List<LaneTable> lanes, Checkpoints checkpoints) {
    for (LaneTable lane : database.read(handle -> unserved(handle, lanes))) {
      RequeueTrials.ofDead(database, lane, checkpoints);
      List<TrialAttempt> waiting = database.read(lane::waiting);
      // In this order: a crash in between costs a checkpoint, and mixes no two devices in a result.
      waiting.forEach(checkpoints::forget);
      if (!waiting.isEmpty()) {
        database.report(change -> move(change, lane));
      }
    }
  }

  /** Moves those of lanes, in a change. */
  static void outOf(Change change, List<LaneTable> lanes) {
    unserved(change.handle(), lanes).forEach(lane -> move(change, lane));
  }

  /** None where nobody serves any. */
  private static List<LaneTable> unserved(Handle handle, List<LaneTable> lanes) {
    List<String> served = Workers.servedLately(handle);
    return lanes.stream()
        .filter(lane -> !served.isEmpty() && !served.contains(lane.device()))
        .toList();
  }

  private static boolean move(Change change, LaneTable from) {
    Route route = Route.now(change.handle());
    List<LaneTable> turns = route.turns();
    for (int turn = 0; turn < turns.size(); turn++) {
      change
          .handle()
          .createUpdate(
              "UPDATE trial SET device = :to WHERE device = :from AND state = 'queued'"
                  + " AND MOD(number, :lanes) = :turn")
          .bind("to", turns.get(turn).device())
          .bind("from", from.device())
          .bind("lanes", turns.size())
          .bind("turn", turn)
          .execute();
    }
    from.clear(change);
    route.tables().forEach(to -> to.addMissing(change));
    return true;
  }
}
