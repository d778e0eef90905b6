package org.shiftscope.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shiftscope.compute.result.Execution;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lanes of this process. */
final class Lanes implements TrialQueue, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final OpenedDatabase opened;
  private final Database database;
  private final RunningTrials running;
  private final Checkpoints checkpoints;
  private final LivingWorker worker;
  private final AwaitRoom room;
  private final Map<String, TrialLane> lanes = new ConcurrentHashMap<>();
  private final Experiments.Subscription news;
  private volatile List<Lane> served = List.of();

  Lanes(
      OpenedDatabase opened,
      Database database,
      RunningTrials running,
      Checkpoints checkpoints,
      LivingWorker worker) {
    this.opened = opened;
    this.database = database;
    this.room = new AwaitRoom(database);
    this.running = running;
    this.checkpoints = checkpoints;
    this.worker = worker;
    this.news = database.news().subscribe(this::hear);
  }

  @Override
  public void serve(List<Lane> wanted, Execution on) {
    wanted.forEach(lane -> MakeLane.make(database, new LaneTable(lane.device())));
    worker.serve(wanted, on);
    served = List.copyOf(wanted);
  }

  @Override
  public String worker() {
    return worker.id();
  }

  /** What holds trials back that would find no room. */
  AwaitRoom room() {
    return room;
  }

  /** Why trials wait though a slot is free. */
  Optional<String> trouble() {
    return room.sentence();
  }

  @Override
  public Running start(Lane lane, TrialWork work) {
    var run = new RunQueuedTrial(database, running, checkpoints, work, worker);
    var started = new TrialLane(lane, opened, run, this);
    if (lanes.putIfAbsent(lane.device(), started) != null) {
      throw new IllegalStateException("The lane " + lane.device() + " is at work already.");
    }
    try {
      RequeueTrials.ofLane(database, started.table(), worker.id(), checkpoints);
      started.start();
    } catch (RuntimeException refused) {
      forget(started);
      throw refused;
    }
    return started;
  }

  @Override
  public List<String> idle() {
    return served.stream()
        .map(Lane::device)
        .filter(device -> !lanes.containsKey(device) || lanes.get(device).closing())
        .toList();
  }

  /** Makes the lanes look for trials now. */
  void wake() {
    lanes.values().forEach(TrialLane::wake);
  }

  /** Makes the lanes look now whether they are paused. */
  void obey() {
    lanes.values().forEach(TrialLane::obey);
  }

  /** Stops trials that were ended or put back elsewhere; wakes lanes for those that wait now. */
  private void hear(Event event) {
    switch (event.type()) {
      case EXPERIMENT_SUBMITTED, EXPERIMENT_RETRIED, EXPERIMENT_RESUMED, TRIAL_RESUMED -> wake();
      case TRIAL_REQUEUED -> {
        stopIfOver(event);
        wake();
      }
      case TRIAL_ENDED -> {
        stopIfOver(event);
        if (database.isShared()) { // what waited for a trial of another process may start
          wake();
        }
      }
      default -> {}
    }
  }

  private void stopIfOver(Event event) {
    try {
      for (TrialAttempt attempt : running.of(event.experiment())) {
        if (event.trial().filter(number -> number == attempt.trial()).isPresent()
            && database.read(handle -> ReadTrials.isOver(handle, attempt))) {
          running.find(attempt).ifPresent(WatchTrial::stop);
        }
      }
    } catch (StorageUnavailable unavailable) {
      LOG.info("Its next progress will stop it: {}", unavailable.getMessage());
    }
  }

  /** The slots of this process. */
  int slots() {
    return lanes.values().stream().mapToInt(TrialLane::slots).sum();
  }

  void forget(TrialLane lane) {
    lanes.remove(lane.device(), lane);
  }

  /** Asks all lanes to stop before it waits for each. */
  @Override
  public void close() {
    news.close();
    List<TrialLane> all = List.copyOf(lanes.values());
    all.forEach(TrialLane::ask);
    all.forEach(TrialLane::close);
    worker.close();
  }
}
