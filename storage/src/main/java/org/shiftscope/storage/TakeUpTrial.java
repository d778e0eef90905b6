package org.shiftscope.storage;

import java.util.Optional;
import org.shiftscope.compute.spec.ExperimentSpec;

/** Takes a trial up for an attempt. */
final class TakeUpTrial {

  private TakeUpTrial() {}

  /** Returns the spec to run, or empty where this attempt is not wanted any more. */
  static Optional<ExperimentSpec> takeUp(Change change, TrialAttempt attempt, LaneTable table) {
    Optional<ExperimentState> state = change.lock(attempt.experiment());
    if (state.isEmpty() || !MoveTrials.takeUp(change, attempt)) {
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
}
