package org.shiftscope.storage;

import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.shiftscope.storage.LegalMoves.OfTrial;

/**
 * The one place where trials change their state: a guarded UPDATE that moves only trials in a state
 * from which {@link LegalMoves} lets them go. 0 rows is an answer: somebody else was faster.
 */
final class MoveTrials {

  private static final String MOVE =
      """
      UPDATE trial SET state = :to, phase = '', fraction = :fraction, attempts = attempts + :more,
        started = COALESCE(CAST(:started AS TIMESTAMP(6) WITH TIME ZONE), started),
        ended = CAST(:ended AS TIMESTAMP(6) WITH TIME ZONE), failure = CAST(:failure AS VARCHAR)
      WHERE experiment = :experiment AND state IN (<from>)
      """;

  private static final String ONE = MOVE + " AND number = :number AND attempts = :attempts";

  private MoveTrials() {}

  /** A worker takes a queued trial up. */
  static boolean takeUp(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.TAKE_UP, attempt, attempt.attempt() - 1, Optional.empty());
  }

  /** A worker's attempt ends with a result. */
  static boolean finish(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.FINISH, attempt, attempt.attempt(), Optional.empty());
  }

  /** A worker's attempt ends by a failure of the machine. */
  static boolean fail(Change change, TrialAttempt attempt, String failure) {
    return one(change, OfTrial.FAIL, attempt, attempt.attempt(), Optional.of(failure));
  }

  /** A finished trial's result is gone. */
  static boolean lose(Change change, TrialAttempt attempt, String failure) {
    return one(change, OfTrial.LOSE, attempt, attempt.attempt(), Optional.of(failure));
  }

  /** A worker gives an attempt up: the trial waits for the next. */
  static boolean putBack(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.PUT_BACK, attempt, attempt.attempt(), Optional.empty());
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

  /** Cancels every trial of an experiment that has not ended. Returns how many. */
  static int cancelAll(Change change, ExperimentId experiment) {
    return update(change, MOVE, OfTrial.CANCEL, experiment, Optional.empty()).execute();
  }

  /** Queues every trial of an experiment that failed or was cancelled. Returns how many. */
  static int retryAll(Change change, ExperimentId experiment) {
    return update(change, MOVE, OfTrial.RETRY, experiment, Optional.empty()).execute();
  }

  private static boolean one(
      Change change, OfTrial move, TrialAttempt attempt, int attempts, Optional<String> failure) {
    return update(change, ONE, move, attempt.experiment(), failure)
            .bind("number", attempt.trial())
            .bind("attempts", attempts)
            .execute()
        == 1;
  }

  private static Update update(
      Change change, String sql, OfTrial move, ExperimentId experiment, Optional<String> failure) {
    TrialState to = move.to();
    boolean starts = to == TrialState.RUNNING;
    boolean ends = !starts && to != TrialState.QUEUED;
    return change
        .handle()
        .createUpdate(sql)
        .bind("to", to.id())
        .bind("fraction", to == TrialState.FINISHED ? 1.0 : 0.0)
        .bind("more", starts ? 1 : 0)
        .bind("started", Optional.of(change.now()).filter(now -> starts))
        .bind("ended", Optional.of(change.now()).filter(now -> ends))
        .bind("failure", failure)
        .bind("experiment", experiment.value())
        .bindList("from", move.from());
  }
}
