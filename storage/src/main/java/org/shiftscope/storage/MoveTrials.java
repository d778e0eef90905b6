package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.LegalMoves.OfTrial;

/**
 * The one place where trials change their state: a guarded UPDATE that moves only trials in a state
 * from which {@link LegalMoves} lets them go. 0 rows is an answer: somebody else was faster.
 */
final class MoveTrials {

  /** A retry forgets deaths and faults, and the time spent where the trial begins anew. */
  private static final String MOVE =
      """
      UPDATE trial SET state = :to, phase = '',
        fraction = CASE WHEN :pauses = 1 THEN fraction ELSE :fraction END,
        found = CASE WHEN :more = 1 THEN 0 ELSE found END, attempts = attempts + :more,
        started = COALESCE(CAST(:started AS TIMESTAMP(6) WITH TIME ZONE), started),
        ended = CAST(:ended AS TIMESTAMP(6) WITH TIME ZONE), failure = CAST(:failure AS VARCHAR),
        outcome = :outcome,
        deaths = CASE WHEN state IN ('failed', 'cancelled') THEN 0 ELSE deaths END,
        faults = CASE WHEN state IN ('failed', 'cancelled') THEN 0 ELSE faults + :faults END,
        again_at = CAST(:again AS TIMESTAMP(6) WITH TIME ZONE),
        spent = CASE WHEN state = 'failed' AND NOT goes_on THEN 0 ELSE spent END,
        goes_on = :goesOn
      WHERE experiment = :experiment AND state IN (<from>)
      """;

  private static final String ONE = MOVE + " AND number = :number AND attempts = :attempts";

  private MoveTrials() {}

  /**
   * What a move leaves on a trial.
   *
   * @param failure why the machine failed it
   * @param outcome of its result; else empty
   * @param again when it is tried again, after a fault of the machine
   * @param goesOn whether it failed though its checkpoint is sound
   */
  private record Left(
      Optional<String> failure, String outcome, Optional<Instant> again, boolean goesOn) {

    static final Left NOTHING = new Left(Optional.empty(), "", Optional.empty(), false);

    static Left failure(String failure) {
      return new Left(Optional.of(failure), "", Optional.empty(), false);
    }
  }

  /** A worker takes a queued trial up. */
  static boolean takeUp(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.TAKE_UP, attempt, Left.NOTHING);
  }

  /** A worker's attempt ends with a result. */
  static boolean finish(Change change, TrialAttempt attempt, Outcome outcome) {
    var left = new Left(Optional.empty(), outcome.id(), Optional.empty(), false);
    return one(change, OfTrial.FINISH, attempt, left);
  }

  /** A worker's attempt ends by a failure of the machine. */
  static boolean fail(Change change, TrialAttempt attempt, String failure) {
    return one(change, OfTrial.FAIL, attempt, Left.failure(failure));
  }

  /** A worker's attempt ends since its time is over; a retry goes on from its checkpoint. */
  static boolean failInTime(Change change, TrialAttempt attempt, String failure) {
    var left = new Left(Optional.of(failure), "", Optional.empty(), true);
    return one(change, OfTrial.FAIL, attempt, left);
  }

  /** The machine failed an attempt, and the trial is tried again at a time. */
  static boolean waitAgain(Change change, TrialAttempt attempt, String fault, Instant again) {
    var left = new Left(Optional.of(fault), "", Optional.of(again), false);
    return one(change, OfTrial.PUT_BACK, attempt, left);
  }

  /** A trial that a queued one waits for has no result. */
  static boolean giveUp(Change change, TrialAttempt last, String failure) {
    return one(change, OfTrial.GIVE_UP, last, Left.failure(failure));
  }

  /** A finished trial's result is gone. */
  static boolean lose(Change change, TrialAttempt attempt, String failure) {
    return one(change, OfTrial.LOSE, attempt, Left.failure(failure));
  }

  /** A worker gives an attempt up: the trial waits for the next. */
  static boolean putBack(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.PUT_BACK, attempt, Left.NOTHING);
  }

  /** A person moves one trial: pause, resume, retry. */
  static boolean asked(Change change, OfTrial move, TrialAttempt last) {
    return one(change, move, last, Left.NOTHING);
  }

  /** Whether a trial waits for just this attempt. */
  static boolean waitsFor(Change change, TrialAttempt attempt) {
    return change
        .handle()
        .createQuery(
            "SELECT 1 FROM trial WHERE experiment = :experiment AND number = :number"
                + " AND attempts = :before AND state = 'queued'")
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .bind("before", attempt.attempt() - 1)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /** A person moves every trial of an experiment that may be moved so. Returns how many. */
  static int all(Change change, OfTrial move, ExperimentId experiment) {
    int moved = update(change, MOVE, move, experiment, Left.NOTHING).execute();
    KeepTally.count(change, experiment);
    return moved;
  }

  private static boolean one(Change change, OfTrial move, TrialAttempt attempt, Left left) {
    int before = move == OfTrial.TAKE_UP ? attempt.attempt() - 1 : attempt.attempt();
    Optional<TrialState> from = ReadTrials.state(change.handle(), attempt);
    boolean moved =
        update(change, ONE, move, attempt.experiment(), left)
                .bind("number", attempt.trial())
                .bind("attempts", before)
                .execute()
            == 1;
    if (moved) {
      if (move == OfTrial.LOSE) {
        KeepTally.count(change, attempt.experiment()); // which outcome it had is gone
      } else {
        KeepTally.moved(change, attempt, from.orElseThrow(), move.to(), left.outcome());
      }
    }
    return moved;
  }

  private static Update update(
      Change change, String sql, OfTrial move, ExperimentId experiment, Left left) {
    TrialState to = move.to();
    boolean starts = to == TrialState.RUNNING;
    return change
        .handle()
        .createUpdate(sql)
        .bind("to", to.id())
        .bind("pauses", to == TrialState.PAUSED ? 1 : 0)
        .bind("fraction", to == TrialState.FINISHED ? 1.0 : 0.0)
        .bind("more", starts ? 1 : 0)
        .bind("started", Optional.of(change.now()).filter(now -> starts))
        .bind("ended", Optional.of(change.now()).filter(now -> to.ended()))
        .bind("failure", left.failure())
        .bind("outcome", left.outcome())
        .bind("faults", left.again().isPresent() ? 1 : 0)
        .bind("again", left.again())
        .bind("goesOn", left.goesOn())
        .bind("experiment", experiment.value())
        .bindList("from", move.from());
  }
}
