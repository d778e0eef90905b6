package org.shiftscope.storage;

import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Counts the attempts at a trial that ended neither by a result, nor by a failure, nor because
 * somebody stopped them: the process died. A trial that takes its process with it would do so at
 * every start, before any other; so it is failed in the end, and a retry counts anew.
 */
final class CountDeaths {

  static final int MOST = 3;

  private static final String FAILURE =
      "The server's process ended "
          + MOST
          + " times while this trial ran, so it is not tried again by itself. Most often memory ran"
          + " out: give the server more of it or fewer slots, or take a smaller network or batch, then"
          + " retry.";

  private CountDeaths() {}

  /** Counts one more. Returns whether it is one too many. */
  static boolean isTheLast(Change change, TrialAttempt attempt) {
    String ofTrial =
        " WHERE experiment = :experiment AND number = :number AND attempts = :attempt"
            + " AND state = 'running'";
    of(change.handle().createUpdate("UPDATE trial SET deaths = deaths + 1" + ofTrial), attempt)
        .execute();
    return of(change.handle().createQuery("SELECT deaths FROM trial" + ofTrial), attempt)
        .mapTo(Integer.class)
        .findOne()
        .filter(deaths -> deaths >= MOST)
        .isPresent();
  }

  /** Fails the trial. Returns false: it does not wait again. */
  static boolean fail(Change change, TrialAttempt attempt) {
    EndAttempt.asFailed(change, attempt, FAILURE);
    return false;
  }

  private static <S extends SqlStatement<S>> S of(S statement, TrialAttempt attempt) {
    return statement
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .bind("attempt", attempt.attempt());
  }
}
