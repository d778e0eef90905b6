package org.shiftscope.storage;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The lanes that new trials go to, in turn by the trial's number: those that living workers serve,
 * without the paused ones while there is another, and {@code cpu} while there is none.
 *
 * @param tables at least one
 */
record Route(List<LaneTable> tables) {

  /** The one to take now. */
  static Route now(Handle handle) {
    List<String> served = Workers.served(handle);
    List<String> paused = PauseLane.paused(handle);
    List<String> open = served.stream().filter(device -> !paused.contains(device)).toList();
    if (!open.isEmpty()) {
      return through(open);
    }
    return through(served.isEmpty() ? List.of(LaneTable.FIRST.device()) : served);
  }

  private static Route through(List<String> devices) {
    return new Route(devices.stream().map(LaneTable::new).toList());
  }

  /** The lane of a trial. */
  LaneTable of(int trial) {
    return tables.get(trial % tables.size());
  }

  /** Makes a row for every queued trial of an experiment that took this route. */
  void addAll(Change change, ExperimentId experiment) {
    tables.forEach(table -> table.addAll(change, experiment));
  }
}
