package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The lanes of this process. */
final class Lanes implements TrialQueue, AutoCloseable {

  private final DataSource source;
  private final Database database;
  private final RunningTrials running;
  private final CheckpointFolder checkpoints;
  private final Map<String, TrialLane> lanes = new ConcurrentHashMap<>();

  Lanes(DataSource source, Database database, RunningTrials running, CheckpointFolder checkpoints) {
    this.source = source;
    this.database = database;
    this.running = running;
    this.checkpoints = checkpoints;
  }

  @Override
  public Running start(Lane lane, TrialWork work) {
    var started =
        new TrialLane(
            lane, source, new RunQueuedTrial(database, running, checkpoints, work), this::forget);
    if (lanes.putIfAbsent(lane.device(), started) != null) {
      throw new IllegalStateException("The lane " + lane.device() + " is at work already.");
    }
    try {
      RequeueTrials.ofLane(database, started.table());
      started.start();
    } catch (RuntimeException refused) {
      forget(started);
      throw refused;
    }
    return started;
  }

  /** Makes the lanes look for trials now. */
  void wake() {
    lanes.values().forEach(TrialLane::wake);
  }

  private void forget(TrialLane lane) {
    lanes.remove(lane.device(), lane);
  }

  @Override
  public void close() {
    List.copyOf(lanes.values()).forEach(TrialLane::close);
  }
}
