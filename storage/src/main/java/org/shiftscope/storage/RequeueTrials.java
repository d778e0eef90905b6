package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues trials again whose worker is gone. They keep their place in the queue. */
final class RequeueTrials {

  private static final Logger LOG = LoggerFactory.getLogger(RequeueTrials.class);

  private RequeueTrials() {}

  /**
   * Brings a lane in line with its trials before its start: those whose worker is dead wait again,
   * and those of this one, which has not started. Those of living workers go on.
   */
  static void ofLane(Database database, LaneTable table, String worker, Checkpoints checkpoints) {
    MakeLane.make(database, table);
    int again = ofDead(database, table, worker, checkpoints);
    database.report(
        change -> {
          table.rebuild(change);
          return true;
        });
    if (again > 0) {
      LOG.info("{} trials were running when their worker ended: they go on.", again);
    }
  }

  /**
   * Puts back all trials that run, after a migration: whoever runs them is of an older version, and
   * can store nothing any more. That is no death of theirs.
   */
  static void ofOlder(Database database) {
    database.note(Workers::endAll);
    for (LaneTable table : database.read(LaneTable::ofAll)) {
      for (TrialAttempt attempt :
          database.read(handle -> ReadTrials.runningOfDead(handle, table.device(), ""))) {
        afterStop(database, table, attempt, "a newer version has migrated the database");
      }
    }
  }

  /** Queues those of a lane again whose worker is dead. */
  static int ofDead(Database database, LaneTable table, Checkpoints checkpoints) {
    return ofDead(database, table, "", checkpoints);
  }

  private static int ofDead(
      Database database, LaneTable table, String worker, Checkpoints checkpoints) {
    List<TrialAttempt> left =
        database.read(handle -> ReadTrials.runningOfDead(handle, table.device(), worker));
    for (TrialAttempt attempt : left) {
      afterDeath(database, table, attempt, "its server had ended");
      checkpoints.clearUseless(database, attempt); // it may have died of what is in it
    }
    return left.size();
  }

  /** Gives an attempt up whose worker died, or which could not even be taken up. */
  static void afterDeath(Database database, LaneTable table, TrialAttempt attempt, String why) {
    giveUp(database, table, attempt, change -> afterDeath(change, attempt, why));
  }

  /** Gives an attempt up that was told to stop, or which was not taken up by then. */
  static void afterStop(Database database, LaneTable table, TrialAttempt attempt, String why) {
    giveUp(database, table, attempt, change -> putBack(change, attempt, why));
  }

  /** Takes an attempt out of its lane, and puts it back where its trial waits or does so again. */
  private static void giveUp(
      Database database, LaneTable table, TrialAttempt attempt, Predicate<Change> waitsAgain) {
    database.report(
        change -> {
          change.lock(attempt.experiment());
          table.remove(change, attempt);
          if (MoveTrials.waitsFor(change, attempt) || waitsAgain.test(change)) {
            table.addAgain(change, attempt);
          }
          return true;
        });
  }

  /**
   * Lets a trial wait after a fault of the machine, in its lane. Returns whether it does: false
   * where the attempt was given up, or its experiment is gone.
   */
  static boolean afterFault(
      Change change, LaneTable table, TrialAttempt attempt, String fault, Duration wait) {
    Optional<ExperimentState> state = change.lock(attempt.experiment());
    table.remove(change, attempt);
    Instant again = change.now().plus(wait);
    if (state.isEmpty()
        || !MoveTrials.waitAgain(change, attempt, DescribeFailure.cut(fault), again)) {
      return false;
    }
    table.addAgain(change, attempt);
    change.tellOfTrial(
        attempt.experiment(),
        attempt.trial(),
        Event.Type.TRIAL_REQUEUED,
        "Trial " + attempt.trial() + " is " + Queueing.sayAgain(again) + ". " + fault);
    FollowTrials.follow(change, attempt.experiment(), state.get());
    return true;
  }

  /** Returns whether the trial waits again. */
  private static boolean afterDeath(Change change, TrialAttempt attempt, String why) {
    return CountDeaths.isTheLast(change, attempt)
        ? CountDeaths.fail(change, attempt)
        : putBack(change, attempt, why);
  }

  private static boolean putBack(Change change, TrialAttempt attempt, String why) {
    boolean moved = MoveTrials.putBack(change, attempt);
    if (moved) {
      change.tellOfTrial(
          attempt.experiment(),
          attempt.trial(),
          Event.Type.TRIAL_REQUEUED,
          "Trial " + attempt.trial() + " waits again, since " + why + ".");
    }
    return moved;
  }
}
