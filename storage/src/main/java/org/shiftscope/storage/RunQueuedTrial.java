package org.shiftscope.storage;

import java.util.Optional;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.stage.TrialCancelled;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Runs one attempt at a trial, from taking it up to what came of it. Nothing that the work throws
 * comes out of here.
 */
record RunQueuedTrial(
    Database database,
    RunningTrials running,
    Checkpoints checkpoints,
    TrialWork work,
    LivingWorker worker) {

  private static final Logger LOG = LoggerFactory.getLogger(RunQueuedTrial.class);

  /**
   * Runs an attempt in the calling thread.
   *
   * @throws StorageUnavailable where it cannot be taken up
   */
  void run(TrialAttempt attempt, TrialLane lane) {
    var watch =
        new WatchTrial(
            database, attempt, lane, new KeepCheckpoints(database, checkpoints, attempt));
    // Before it is taken up, so that a cancel right afterwards finds the watch.
    running.add(attempt, watch);
    try (var _ = MDC.putCloseable("experiment", attempt.experiment().value());
        var _ = MDC.putCloseable("trial", Integer.toString(attempt.trial()))) {
      Optional<TakeUpTrial.TakenUp> taken =
          database.report(change -> TakeUpTrial.takeUp(change, attempt, lane, worker.id()));
      if (taken.isPresent()) {
        watch.begin(taken.get());
        run(attempt, lane, taken.get(), watch);
        checkpoints.clearUseless(database, attempt);
      } else {
        lane.obey(); // it may have been paused by another process
      }
    } finally {
      running.remove(attempt);
    }
  }

  /** Queues an attempt again whose heartbeat stopped, unless it runs here: a machine that slept. */
  void revive(TrialAttempt attempt, LaneTable table) {
    if (running.find(attempt).isEmpty()) {
      RequeueTrials.afterDeath(database, table, attempt, "its worker no longer answers");
      checkpoints.clearUseless(database, attempt); // it may have died of what is in it
    }
  }

  /** Whether a lane is paused, by the database. */
  boolean isPaused(LaneTable table) {
    return database.read(handle -> PauseLane.isPaused(handle, table.device()));
  }

  /** Asks the trials of a lane to keep a checkpoint and wait again. */
  void pauseAll(LaneTable table) {
    running.pauseLane(table.device());
  }

  /** Asks the trials of a lane that is about to close to keep a checkpoint and wait again. */
  void closeAll(LaneTable table) {
    running.close(table.device());
  }

  /** Puts the trials of a lane back that did not stop in time, so that they count as stopped. */
  void putBackAll(LaneTable table) {
    for (TrialAttempt attempt : running.on(table.device())) {
      try {
        RequeueTrials.afterStop(database, table, attempt, "its server was stopped");
      } catch (StorageUnavailable unavailable) {
        LOG.warn("Trial {} is left running: {}", attempt, unavailable.getMessage());
      }
    }
  }

  private void run(
      TrialAttempt attempt, TrialLane lane, TakeUpTrial.TakenUp taken, WatchTrial watch) {
    var end = new EndAttempt(database, attempt, taken, lane);
    TrialResult result;
    try {
      result = work.run(taken.spec(), attempt.trial(), watch);
    } catch (TrialCancelled stopped) {
      if (watch.leaves().filter(WatchTrial.Reason.OUT_OF_TIME::equals).isPresent()) {
        end.failInTime();
      } else if (watch.leaves().filter(WatchTrial.Reason.PAUSED::equals).isPresent()) {
        end.leavePaused(watch.reached().fraction(), watch.spent());
      } else if (watch.cancelled()) {
        // Where a person cancelled it, its row says so by now, and this changes nothing.
        end.putBack(
            watch.leaves().filter(WatchTrial.Reason.LANE_PAUSED::equals).isPresent()
                ? "its lane was paused"
                : "its server was stopped");
      } else {
        end.fail(stopped);
      }
      return;
    } catch (Throwable thrown) { // memory exhausted, too: the worker lives on
      GoOn.after(thrown, LOG, "The trial failed"); // which one, every line says
      end.fail(thrown);
      return;
    }
    end.finish(result, watch.points());
  }
}
