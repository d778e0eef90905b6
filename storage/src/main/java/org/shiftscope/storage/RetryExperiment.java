package org.shiftscope.storage;

import java.util.Optional;

/** Queues again the trials of an ended experiment that have no result. */
final class RetryExperiment {

  private RetryExperiment() {}

  static boolean retry(Change change, ExperimentId id) {
    Optional<ExperimentState> state = change.lock(id);
    // A deleted experiment stays ended: what nobody sees must not run.
    if (state.isEmpty() || !state.get().ended() || DeleteExperiment.isDeleted(change, id)) {
      return false;
    }
    int queued = MoveTrials.retryAll(change, id);
    if (queued == 0) {
      return false;
    }
    CountDeaths.forget(change, id);
    StoreInputs.count(change, id);
    MoveStrays.outOf(change, LaneTable.of(change.handle(), id));
    LaneTable.of(change.handle(), id).forEach(lane -> lane.addAll(change, id));
    change.tellOfExperiment(
        id,
        Event.Type.EXPERIMENT_RETRIED,
        queued == 1
            ? "Retried: one trial waits again."
            : "Retried: " + queued + " trials wait again.");
    FollowTrials.follow(change, id, state.get());
    FollowSources.afterRetry(change, id);
    return true;
  }
}
