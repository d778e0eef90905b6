package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.LegalMoves.OfTrial;
import org.shiftscope.storage.ReadTrials.Weighed;

/** Cancels an experiment. */
final class CancelExperiment {

  private CancelExperiment() {}

  static boolean cancel(Change change, ExperimentId id) {
    Optional<ExperimentState> state = change.lock(id);
    if (state.isEmpty() || state.get().ended()) {
      return false;
    }
    List<Weighed> stopped = ReadTrials.running(change.handle(), List.of(id));
    MoveTrials.all(change, OfTrial.CANCEL, id);
    LaneTable.of(change.handle(), id).forEach(lane -> lane.removeAll(change, id));
    stopped.forEach(
        one ->
            change.tellOfTrial(
                id,
                one.trial().number(),
                Event.Type.TRIAL_ENDED,
                "Trial " + one.trial().number() + " was cancelled."));
    FollowTrials.follow(change, id, state.get());
    FollowSources.afterCancel(change, id);
    return true;
  }
}
