package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads trials, without their results. */
final class ReadTrials {

  private static final String COLUMNS =
      """
      SELECT trial.experiment, trial.number, trial.state, trial.outcome, trial.phase, trial.fraction,
        trial.attempts, trial.started, trial.ended, trial.failure, trial.again_at, trial.worker,
        worker.host, trial.weight, trial.found
      FROM trial LEFT JOIN worker ON worker.id = trial.worker
      """;

  /** Holds for a {@code trial} of an {@code experiment} that may yet go on from a checkpoint. */
  static final String MAY_GO_ON =
      "(trial.state IN ('queued', 'running', 'paused')"
          + " OR (trial.state = 'cancelled' OR trial.state = 'failed' AND trial.goes_on)"
          + " AND experiment.deleted IS NULL)";

  private ReadTrials() {}

  /** Trials of an experiment, in order. */
  static List<TrialSummary> of(Handle handle, ExperimentId id, int from, int limit) {
    return ReadInputs.withWaits(handle, rows(handle, id, from, limit));
  }

  private static List<TrialSummary> rows(Handle handle, ExperimentId id, int from, int limit) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE experiment = :experiment AND number >= :from"
                // By both columns: else H2 sorts all the trials of the experiment first.
                + " ORDER BY experiment, number FETCH FIRST :limit ROWS ONLY")
        .bind("experiment", id.value())
        .bind("from", from)
        .bind("limit", limit)
        .map((row, context) -> trial(row))
        .list();
  }

  /**
   * The trials of some experiments that run, by the table, with their weights. Few run at a time:
   * an index finds them all.
   */
  static List<Weighed> running(Handle handle, Collection<ExperimentId> ids) {
    return ids.isEmpty()
        ? List.of()
        : handle
            .createQuery(COLUMNS + " WHERE state = 'running'")
            .map(
                (row, context) ->
                    new Weighed(trial(row), row.getDouble("weight"), row.getDouble("found")))
            .filter(one -> ids.contains(one.trial().experiment()))
            .list();
  }

  /**
   * A trial and its expected cost.
   *
   * @param found the share of it that its attempt found done
   */
  record Weighed(TrialSummary trial, double weight, double found) {}

  /** How many trials of each experiment run. */
  static Map<ExperimentId, Integer> countRunning(Handle handle) {
    return handle
        .createQuery(
            "SELECT experiment, COUNT(*) AS trials FROM trial WHERE state = 'running'"
                + " GROUP BY experiment")
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  new ExperimentId(row.getColumn("experiment", String.class)),
                  row.getColumn("trials", Integer.class));
              return counts;
            });
  }

  /**
   * The attempts that are running on a device, by the table, but whose worker is dead.
   *
   * @param also a worker whose attempts count, too
   */
  static List<TrialAttempt> runningOfDead(Handle handle, String device, String also) {
    return handle
        .createQuery(
            COLUMNS
                + " WHERE state = 'running' AND device = :device AND (trial.worker = :also"
                + " OR worker.id IS NULL OR NOT "
                + Workers.ALIVE
                + ") ORDER BY trial.experiment, trial.number")
        .bind("device", device)
        .bind("also", also)
        .map((row, context) -> trial(row).lastAttempt())
        .list();
  }

  /** Where the trial of an attempt stands; empty where there is none. */
  static Optional<TrialState> state(Handle handle, TrialAttempt attempt) {
    return find(handle, attempt.experiment(), attempt.trial()).map(TrialSummary::state);
  }

  /** A trial, without what it waits for. */
  static Optional<TrialSummary> find(Handle handle, ExperimentId id, int number) {
    return rows(handle, id, number, 1).stream()
        .filter(found -> found.number() == number)
        .findFirst();
  }

  /** Whether an attempt is still the last, and its trial has not ended, by the table. */
  static boolean isTheLast(Handle handle, TrialAttempt attempt) {
    return holds(
        handle, attempt, "attempts = :attempt AND state IN ('running', 'paused', 'queued')");
  }

  /**
   * Whether an attempt was taken up, and nobody waits for it any more; one that is about to be is
   * not over, and one that was paused keeps a checkpoint yet.
   */
  static boolean isOver(Handle handle, TrialAttempt attempt) {
    return holds(
        handle,
        attempt,
        "(attempts > :attempt OR attempts = :attempt AND state NOT IN ('running', 'paused'))");
  }

  /** Whether something is so of an attempt's trial. */
  private static boolean holds(Handle handle, TrialAttempt attempt, String what) {
    return handle
        .createQuery(
            "SELECT 1 FROM trial WHERE experiment = :experiment AND number = :number AND " + what)
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .bind("attempt", attempt.attempt())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  /**
   * Whether the trial of an attempt may yet go on from a checkpoint: it waits, runs, is paused, or
   * was cancelled or ran out of its time and can be retried, which in a deleted experiment it
   * cannot. A trial that failed otherwise starts from the beginning, since what it failed at may be
   * in its checkpoint.
   */
  static boolean mayGoOn(Handle handle, TrialAttempt attempt) {
    return handle
        .createQuery(
            "SELECT 1 FROM trial JOIN experiment ON experiment.id = trial.experiment"
                + " WHERE trial.experiment = :experiment AND number = :number"
                + " AND "
                + MAY_GO_ON)
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static TrialSummary trial(ResultSet row) throws SQLException {
    return new TrialSummary(
        new ExperimentId(row.getString("experiment")),
        row.getInt("number"),
        Names.find(TrialState.values(), row.getString("state")),
        Optional.of(row.getString("outcome")).filter(outcome -> !outcome.isEmpty()),
        InstantColumns.readOptional(row, "again_at")
            .map(Queueing::sayAgain)
            .orElse(row.getString("phase")),
        row.getDouble("fraction"),
        row.getInt("attempts"),
        InstantColumns.readOptional(row, "started"),
        InstantColumns.readOptional(row, "ended"),
        Optional.ofNullable(row.getString("failure")),
        InstantColumns.readOptional(row, "again_at"),
        worker(row));
  }

  private static Optional<TrialSummary.RanBy> worker(ResultSet row) throws SQLException {
    String host = row.getString("host");
    return host == null
        ? Optional.empty()
        : Optional.of(new TrialSummary.RanBy(row.getString("worker"), host));
  }
}
