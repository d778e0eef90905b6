package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * The lanes that new trials go to, in turn by the trial's number: those that living workers serve,
 * each as often as it has slots beside the others, without the paused ones while there is another,
 * and {@code cpu} while there is none.
 *
 * @param turns at least one; a lane with more slots stands in it more often
 */
record Route(List<LaneTable> turns) {

  /** Of a lane, at most, for one of the lane with the fewest slots. */
  private static final int MOST_TURNS = 50;

  /** The one to take now. */
  static Route now(Handle handle) {
    Map<String, Integer> served = Workers.slotsByDevice(handle);
    List<String> paused = PauseLane.paused(handle);
    Map<String, Integer> open = new LinkedHashMap<>(served);
    open.keySet().removeAll(paused);
    if (!open.isEmpty()) {
      return through(open);
    }
    return through(served.isEmpty() ? Map.of(LaneTable.FIRST.device(), 1) : served);
  }

  /**
   * Through devices in proportion to their slots: 1 of gpu0 and 3 of cpu is cpu, gpu0, cpu, cpu.
   *
   * @param slots by device, in the order of their turns
   */
  static Route through(Map<String, Integer> slots) {
    int fewest = slots.values().stream().mapToInt(Integer::intValue).min().orElse(1);
    List<LaneTable> turns = new ArrayList<>();
    for (int round = 0; round < MOST_TURNS; round++) {
      for (Map.Entry<String, Integer> each : slots.entrySet()) {
        if (round < Math.round((double) each.getValue() / fewest)) {
          turns.add(new LaneTable(each.getKey()));
        }
      }
    }
    return new Route(turns);
  }

  /** The lane of a trial. */
  LaneTable of(int trial) {
    return turns.get(trial % turns.size());
  }

  /** Its lanes, each once. */
  List<LaneTable> tables() {
    return turns.stream().distinct().toList();
  }

  /** Makes a row for every queued trial of an experiment that took this route. */
  void addAll(Change change, ExperimentId experiment) {
    tables().forEach(table -> table.addAll(change, experiment));
  }
}
