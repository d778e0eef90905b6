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
    ExperimentSpec spec = ReadExperiments.spec(change.handle(), attempt.experiment());
    if (state.get() != ExperimentState.RUNNING) {
      FollowTrials.follow(change, attempt.experiment(), state.get());
    }
    change.tellOfTrial(
        attempt.experiment(),
        attempt.trial(),
        Event.Type.TRIAL_STARTED,
        DescribeTrial.of(spec, attempt.trial()) + " started.");
    return Optional.of(spec);
  }
}
