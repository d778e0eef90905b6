package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes of this process. */
final class Lanes implements TrialQueue, AutoCloseable {

  private final OpenedDatabase opened;
  private final Database database;
  private final RunningTrials running;
  private final CheckpointFolder checkpoints;
  private final AwaitRoom room;
  private final Map<String, TrialLane> lanes = new ConcurrentHashMap<>();
  private volatile Route route = Route.through(List.of("cpu"));

  Lanes(
      OpenedDatabase opened,
      Database database,
      RunningTrials running,
      CheckpointFolder checkpoints) {
    this.opened = opened;
    this.database = database;
    this.room = new AwaitRoom(database);
    this.running = running;
    this.checkpoints = checkpoints;
  }

  @Override
  public void serve(List<Lane> served) {
    Route through = Route.through(served.stream().map(Lane::device).toList());
    through.createTables(database);
    // In this order: a crash in between costs a checkpoint, and mixes no two devices in a result.
    database.read(through::strays).forEach(checkpoints::forget);
    database.change(through::takeIn);
    route = through;
  }

  /** What holds trials back that would find no room. */
  AwaitRoom room() {
    return room;
  }

  /** Why trials wait though a slot is free. */
  Optional<String> trouble() {
    return room.sentence();
  }

  /** Where trials go. */
  Route route() {
    return route;
  }

  @Override
  public Running start(Lane lane, TrialWork work) {
    var started =
        new TrialLane(lane, opened, new RunQueuedTrial(database, running, checkpoints, work), this);
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

  /** Slots in which no trial of another experiment runs. */
  int slotsFor(ExperimentId experiment) {
    return lanes.values().stream().mapToInt(lane -> lane.slots() - others(lane, experiment)).sum();
  }

  private int others(TrialLane lane, ExperimentId experiment) {
    return (int)
        running.of(lane.device()).stream()
            .filter(attempt -> !attempt.experiment().equals(experiment))
            .count();
  }

  void forget(TrialLane lane) {
    lanes.remove(lane.device(), lane);
  }

  @Override
  public void close() {
    List.copyOf(lanes.values()).forEach(TrialLane::close);
  }
}
