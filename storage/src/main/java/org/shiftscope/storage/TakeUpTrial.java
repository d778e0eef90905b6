package org.shiftscope.storage;

import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.shiftscope.compute.spec.ExperimentSpec;

/** Takes a trial up for an attempt. */
final class TakeUpTrial {

  private static final String UNREADABLE =
      "The stored spec of this experiment cannot be read, so the trial cannot run: submit it again as"
          + " a new one. What is wrong with it: ";

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
    ExperimentSpec spec;
    try {
      spec = ReadExperiments.spec(change.handle(), attempt.experiment());
    } catch (JdbiException broken) {
      throw broken;
    } catch (RuntimeException unreadable) { // it would be so at every try
      table.remove(change, attempt);
      EndAttempt.asFailed(
          change, attempt, DescribeFailure.cut(UNREADABLE + unreadable.getMessage()));
      return Optional.empty();
    }
    change.tellOfTrial(
        attempt.experiment(),
        attempt.trial(),
        Event.Type.TRIAL_STARTED,
        DescribeTrial.of(spec, attempt.trial()) + " started.");
    return Optional.of(spec);
  }
}
