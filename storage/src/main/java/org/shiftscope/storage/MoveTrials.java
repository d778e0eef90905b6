package org.shiftscope.storage;

import java.util.Optional;
import org.jdbi.v3.core.statement.Update;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.storage.LegalMoves.OfTrial;

/**
 * The one place where trials change their state: a guarded UPDATE that moves only trials in a state
 * from which {@link LegalMoves} lets them go. 0 rows is an answer: somebody else was faster.
 */
final class MoveTrials {

  private static final String MOVE =
      """
      UPDATE trial SET state = :to, phase = '', fraction = :fraction,
        found = CASE WHEN :more = 1 THEN 0 ELSE found END, attempts = attempts + :more,
        started = COALESCE(CAST(:started AS TIMESTAMP(6) WITH TIME ZONE), started),
        ended = CAST(:ended AS TIMESTAMP(6) WITH TIME ZONE), failure = CAST(:failure AS VARCHAR),
        outcome = :outcome
      WHERE experiment = :experiment AND state IN (<from>)
      """;

  private static final String ONE = MOVE + " AND number = :number AND attempts = :attempts";

  private MoveTrials() {}

  /** A worker takes a queued trial up. */
  static boolean takeUp(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.TAKE_UP, attempt, Optional.empty(), "");
  }

  /** A worker's attempt ends with a result. */
  static boolean finish(Change change, TrialAttempt attempt, Outcome outcome) {
    return one(change, OfTrial.FINISH, attempt, Optional.empty(), outcome.id());
  }

  /** A worker's attempt ends by a failure of the machine. */
  static boolean fail(Change change, TrialAttempt attempt, String failure) {
    return one(change, OfTrial.FAIL, attempt, Optional.of(failure), "");
  }

  /** A trial that a queued one waits for has no result. */
  static boolean giveUp(Change change, TrialAttempt last, String failure) {
    return one(change, OfTrial.GIVE_UP, last, Optional.of(failure), "");
  }

  /** A finished trial's result is gone. */
  static boolean lose(Change change, TrialAttempt attempt, String failure) {
    return one(change, OfTrial.LOSE, attempt, Optional.of(failure), "");
  }

  /** A worker gives an attempt up: the trial waits for the next. */
  static boolean putBack(Change change, TrialAttempt attempt) {
    return one(change, OfTrial.PUT_BACK, attempt, Optional.empty(), "");
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
    return all(change, OfTrial.CANCEL, experiment);
  }

  /** Queues every trial of an experiment that failed or was cancelled. Returns how many. */
  static int retryAll(Change change, ExperimentId experiment) {
    return all(change, OfTrial.RETRY, experiment);
  }

  private static int all(Change change, OfTrial move, ExperimentId experiment) {
    int moved = update(change, MOVE, move, experiment, Optional.empty(), "").execute();
    KeepTally.count(change, experiment);
    return moved;
  }

  private static boolean one(
      Change change, OfTrial move, TrialAttempt attempt, Optional<String> failure, String outcome) {
    int before = move == OfTrial.TAKE_UP ? attempt.attempt() - 1 : attempt.attempt();
    boolean moved =
        update(change, ONE, move, attempt.experiment(), failure, outcome)
                .bind("number", attempt.trial())
                .bind("attempts", before)
                .execute()
            == 1;
    if (moved) {
      if (move == OfTrial.LOSE) {
        KeepTally.count(change, attempt.experiment()); // which outcome it had is gone
      } else {
        boolean waited = move == OfTrial.TAKE_UP || move == OfTrial.GIVE_UP;
        TrialState from = waited ? TrialState.QUEUED : TrialState.RUNNING;
        KeepTally.moved(change, attempt, from, move.to(), outcome);
      }
    }
    return moved;
  }

  private static Update update(
      Change change,
      String sql,
      OfTrial move,
      ExperimentId experiment,
      Optional<String> failure,
      String outcome) {
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
        .bind("outcome", outcome)
        .bind("experiment", experiment.value())
        .bindList("from", move.from());
  }
}
