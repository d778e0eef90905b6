package org.shiftscope.storage;

import static org.shiftscope.storage.ExperimentState.CANCELLED;
import static org.shiftscope.storage.ExperimentState.FAILED;
import static org.shiftscope.storage.ExperimentState.FINISHED;
import static org.shiftscope.storage.ExperimentState.PAUSED;
import static org.shiftscope.storage.ExperimentState.QUEUED;
import static org.shiftscope.storage.ExperimentState.RUNNING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The table of legal moves between states. {@link MoveTrials} and {@link FollowTrials} hold it. */
final class LegalMoves {

  private LegalMoves() {}

  /** The moves of a trial. From finished there is none in a database that is whole. */
  @SuppressWarnings("ImmutableEnumChecker") // the list is an unchanging one
  enum OfTrial {
    TAKE_UP(TrialState.RUNNING, TrialState.QUEUED),
    /** From paused where the attempt came to its end before it heard of the pause. */
    FINISH(TrialState.FINISHED, TrialState.RUNNING, TrialState.PAUSED),
    FAIL(TrialState.FAILED, TrialState.RUNNING),
    /** A trial that it waits for has no result. */
    GIVE_UP(TrialState.FAILED, TrialState.QUEUED),
    /** The disk lost its result. */
    LOSE(TrialState.FAILED, TrialState.FINISHED),
    /** Its worker died or closed. */
    PUT_BACK(TrialState.QUEUED, TrialState.RUNNING),
    PAUSE(TrialState.PAUSED, TrialState.QUEUED, TrialState.RUNNING),
    RESUME(TrialState.QUEUED, TrialState.PAUSED),
    CANCEL(TrialState.CANCELLED, TrialState.QUEUED, TrialState.RUNNING, TrialState.PAUSED),
    RETRY(TrialState.QUEUED, TrialState.FAILED, TrialState.CANCELLED),
    RETRY_FAILED(TrialState.QUEUED, TrialState.FAILED);

    private final TrialState to;
    private final List<String> from;

    OfTrial(TrialState to, TrialState first, TrialState... others) {
      this.to = to;
      this.from = Names.of(EnumSet.of(first, others));
    }

    TrialState to() {
      return to;
    }

    /** The names of the states from which it goes. */
    List<String> from() {
      return from;
    }
  }

  /** The names of the states from which an experiment may move to another. */
  static List<String> ofExperiment(ExperimentState to) {
    return Names.of(
        switch (to) {
          // stopped or given up before any of its trials had started, and resumed or retried
          case QUEUED -> Set.of(PAUSED, FAILED, CANCELLED);
          case RUNNING -> Set.of(QUEUED, PAUSED, FAILED, CANCELLED);
          case PAUSED -> Set.of(QUEUED, RUNNING);
          // paused, where its last trials had come to their end by then
          case FINISHED -> Set.of(RUNNING, PAUSED);
          // queued, where all its trials waited for one that failed; finished, where the disk lost
          // a result
          case FAILED -> Set.of(QUEUED, RUNNING, PAUSED, FINISHED);
          // running, where some of its trials were cancelled and others retried alone
          case CANCELLED -> Set.of(QUEUED, RUNNING, PAUSED);
        });
  }
}
