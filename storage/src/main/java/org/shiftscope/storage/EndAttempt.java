package org.shiftscope.storage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.shiftscope.compute.result.ResultJson;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what came of an attempt, in one transaction guarded by the attempt's number. Where the
 * database cannot write, what came of it is kept in memory and written later.
 */
final class EndAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(EndAttempt.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final Database database;
  private final TrialAttempt attempt;
  private final TakeUpTrial.TakenUp taken;
  private final TrialLane lane;

  /** Whether trials that waited for this one may start now. */
  private boolean released;

  EndAttempt(Database database, TrialAttempt attempt, TakeUpTrial.TakenUp taken, TrialLane lane) {
    this.database = database;
    this.attempt = attempt;
    this.taken = taken;
    this.lane = lane;
  }

  void finish(TrialResult result, Map<NamedPoint, PackedParameters> points) {
    try {
      end(
          size(result, points),
          result.sentence(),
          change -> {
            boolean moved = MoveTrials.finish(change, attempt, result.outcome());
            if (moved) {
              StoreResult.store(change, attempt, result);
              StoreParameters.store(change, attempt, points);
              Checksums.storeOfResult(
                  change.handle(), attempt.experiment().value(), attempt.trial());
            }
            return moved;
          });
    } catch (RuntimeException | Error thrown) { // such a result must not hold the slot
      GoOn.after(thrown, LOG, "The trial's result cannot be stored");
      fail(thrown);
    }
  }

  /** By a failure, after which the trial may be tried again by itself. */
  void fail(Throwable thrown) {
    String failure = DescribeFailure.of(thrown);
    Optional<Duration> wait = MachineFault.wait(thrown, taken.faults(), lane.rules().waits());
    if (wait.isPresent()) {
      waitAgain(failure, wait.get());
    } else {
      String told =
          taken.faults() == 0
              ? failure
              : failure + " It was tried " + (taken.faults() + 1) + " times.";
      end(0, told, change -> MoveTrials.fail(change, attempt, DescribeFailure.cut(told)));
    }
  }

  private void waitAgain(String fault, Duration wait) {
    keepTrying(
        () ->
            database.report(
                change -> RequeueTrials.afterFault(change, lane.table(), attempt, fault, wait)));
    lane.wakeAfter(wait);
  }

  /** Since its time is over; a retry with a longer one goes on from its checkpoint. */
  void failInTime() {
    String failure =
        "The trial took longer than "
            + Queueing.say(taken.limit().orElseThrow())
            + ", which is its limit. Its checkpoint is kept: give it a higher limit and retry, and it"
            + " goes on from there.";
    end(0, failure, change -> MoveTrials.failInTime(change, attempt, failure));
  }

  /** Fails an attempt that cannot go on, in a change that has locked its experiment. */
  static boolean asFailed(Change change, TrialAttempt attempt, String failure) {
    if (!MoveTrials.fail(change, attempt, failure)) {
      return false;
    }
    change.tellOfTrial(
        attempt.experiment(),
        attempt.trial(),
        Event.Type.TRIAL_ENDED,
        "Trial " + attempt.trial() + " ended. " + failure);
    FollowTrials.follow(change, attempt.experiment(), ExperimentState.RUNNING);
    FollowSources.afterEnd(change, attempt.experiment(), attempt.trial());
    return true;
  }

  /** Notes how far a trial came that was paused. */
  void leavePaused(double fraction, Duration spent) {
    try {
      database.report(change -> PauseTrials.left(change, attempt, fraction, spent));
    } catch (StorageUnavailable unavailable) {
      LOG.warn("How far {} came is not written: {}", attempt, unavailable.getMessage());
    }
  }

  /** Leaves the trial to the next start of its lane. */
  void putBack(String why) {
    try {
      RequeueTrials.afterStop(database, lane.table(), attempt, why);
    } catch (StorageUnavailable unavailable) {
      LOG.info("Trial {} waits for the next start: {}", attempt, unavailable.getMessage());
    }
  }

  /** Bytes that a result has in the database, at most. */
  private static long size(TrialResult result, Map<NamedPoint, PackedParameters> points) {
    return ResultJson.toJson(result).toString().length()
        + points.values().stream().mapToLong(point -> point.bytes().length).sum();
  }

  private void end(long bytes, String sentence, Predicate<Change> move) {
    keepTrying(() -> database.report(bytes, change -> end(change, sentence, move)));
    if (released) {
      lane.wakeAll();
    }
  }

  /** Until it is stored, or the lane closes. */
  private void keepTrying(BooleanSupplier storing) {
    Duration wait = Duration.ofMillis(250);
    while (true) {
      try {
        if (!storing.getAsBoolean()) {
          LOG.info("Attempt {} was given up before it ended: its result is not kept.", attempt);
        }
        return;
      } catch (StorageUnavailable refused) {
        LOG.error(
            "What came of trial {} of experiment {} cannot be stored. It is kept in memory and"
                + " tried again for as long as this process runs. {}",
            attempt.trial(),
            attempt.experiment(),
            refused.getMessage());
      }
      if (lane.closesWithin(wait)) {
        LOG.error("Trial {} was not stored before closing: it runs again.", attempt);
        return;
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }
  }

  private boolean end(Change change, String sentence, Predicate<Change> move) {
    Optional<ExperimentState> state = change.lock(attempt.experiment());
    lane.table().remove(change, attempt);
    if (state.isEmpty() || !move.test(change)) { // it may have been purged meanwhile
      return false;
    }
    change.tellOfTrial(
        attempt.experiment(),
        attempt.trial(),
        Event.Type.TRIAL_ENDED,
        DescribeTrial.of(taken.spec(), attempt.trial()) + " ended. " + sentence);
    FollowTrials.follow(change, attempt.experiment(), state.get());
    released = FollowSources.afterEnd(change, attempt.experiment(), attempt.trial());
    return true;
  }
}
