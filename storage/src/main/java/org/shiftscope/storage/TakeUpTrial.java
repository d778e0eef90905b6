package org.shiftscope.storage;

import java.time.Duration;
import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;

/** Takes a trial up for an attempt. */
final class TakeUpTrial {

  private TakeUpTrial() {}

  /**
   * An attempt to run.
   *
   * @param spent how long the attempts before it worked, since the trial began anew
   * @param limit how long all of them may take
   * @param faults attempts before it that the machine failed
   */
  record TakenUp(ExperimentSpec spec, Duration spent, Optional<Duration> limit, int faults) {}

  /** Returns what to run, or empty where this attempt is not wanted any more, or not now. */
  static Optional<TakenUp> takeUp(
      Change change, TrialAttempt attempt, TrialLane lane, String worker) {
    Optional<ExperimentState> state = change.lock(attempt.experiment());
    LaneTable table = lane.table();
    if (PauseLane.isPaused(change.handle(), table.device())) {
      table.release(change, attempt);
      return Optional.empty();
    }
    if (state.isEmpty()
        || !isFor(change, attempt, table, worker)
        || !MoveTrials.takeUp(change, attempt)) {
      table.remove(change, attempt);
      return Optional.empty();
    }
    if (state.get() != ExperimentState.RUNNING) {
      FollowTrials.follow(change, attempt.experiment(), state.get());
    }
    StoredDocument stored =
        ReadExperiments.document(change.handle(), attempt.experiment()).orElseThrow();
    return switch (ReadExperiments.spec(stored)) {
      case Document.Readable<ExperimentSpec>(ExperimentSpec spec) -> {
        change.tellOfTrial(
            attempt.experiment(),
            attempt.trial(),
            Event.Type.TRIAL_STARTED,
            DescribeTrial.of(spec, attempt.trial()) + " started.");
        yield Optional.of(taken(change, attempt, spec, lane.rules()));
      }
      case Document.Unreadable<ExperimentSpec> unreadable -> { // it would be so at every try
        table.remove(change, attempt);
        EndAttempt.asFailed(
            change,
            attempt,
            DescribeFailure.cut(
                "The trial cannot run without its spec: submit it again as a new one. "
                    + unreadable.sentence()));
        yield Optional.empty();
      }
    };
  }

  private static TakenUp taken(
      Change change, TrialAttempt attempt, ExperimentSpec spec, AttemptRules rules) {
    return change
        .handle()
        .createQuery(
            "SELECT trial.spent, trial.faults, experiment.trial_seconds FROM trial"
                + " JOIN experiment ON experiment.id = trial.experiment"
                + " WHERE trial.experiment = :experiment AND trial.number = :number")
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .map(
            (row, context) ->
                new TakenUp(
                    spec,
                    Queueing.seconds(row.getDouble("spent")),
                    Optional.ofNullable(row.getObject("trial_seconds", Double.class))
                        .map(Queueing::seconds)
                        .or(rules::longest),
                    row.getInt("faults")))
        .one();
  }

  /** Notes who takes it up. Returns whether it is still this lane's: it may have been moved. */
  private static boolean isFor(
      Change change, TrialAttempt attempt, LaneTable table, String worker) {
    return change
            .handle()
            .createUpdate(
                "UPDATE trial SET worker = :worker WHERE experiment = :experiment"
                    + " AND number = :number AND attempts = :before AND state = 'queued'"
                    + " AND device = :device")
            .bind("worker", worker)
            .bind("experiment", attempt.experiment().value())
            .bind("number", attempt.trial())
            .bind("before", attempt.attempt() - 1)
            .bind("device", table.device())
            .execute()
        == 1;
  }
}
