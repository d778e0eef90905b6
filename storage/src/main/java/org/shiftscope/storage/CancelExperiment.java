package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;

/** Cancels an experiment. */
final class CancelExperiment {

  private CancelExperiment() {}

  static boolean cancel(Change change, Route route, ExperimentId id) {
    Optional<ExperimentState> state = change.lock(id);
    if (state.isEmpty() || state.get().ended()) {
      return false;
    }
    List<TrialRow> stopped =
        ReadTrials.of(change.handle(), id).stream()
            .filter(trial -> trial.state() == TrialState.RUNNING)
            .toList();
    MoveTrials.cancelAll(change, id);
    route.removeAll(change, id);
    stopped.forEach(
        trial ->
            change.tellOfTrial(
                id,
                trial.number(),
                Event.Type.TRIAL_ENDED,
                "Trial " + trial.number() + " was cancelled."));
    FollowTrials.follow(change, id, state.get());
    return true;
  }
}
