package org.shiftscope.storage;

import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;

/** Takes a trial up for an attempt. */
final class TakeUpTrial {

  private TakeUpTrial() {}

  /** Returns the spec to run, or empty where this attempt is not wanted any more. */
  static Optional<ExperimentSpec> takeUp(
      Change change, TrialAttempt attempt, LaneTable table, String worker) {
    Optional<ExperimentState> state = change.lock(attempt.experiment());
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
        yield Optional.of(spec);
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
