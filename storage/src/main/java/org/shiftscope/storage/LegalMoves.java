package org.shiftscope.storage;

import static org.shiftscope.storage.ExperimentState.CANCELLED;
import static org.shiftscope.storage.ExperimentState.FAILED;
import static org.shiftscope.storage.ExperimentState.FINISHED;
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
    FINISH(TrialState.FINISHED, TrialState.RUNNING),
    FAIL(TrialState.FAILED, TrialState.RUNNING),
    /** A trial that it waits for has no result. */
    GIVE_UP(TrialState.FAILED, TrialState.QUEUED),
    /** The disk lost its result. */
    LOSE(TrialState.FAILED, TrialState.FINISHED),
    /** Its worker died or closed. */
    PUT_BACK(TrialState.QUEUED, TrialState.RUNNING),
    CANCEL(TrialState.CANCELLED, TrialState.QUEUED, TrialState.RUNNING),
    RETRY(TrialState.QUEUED, TrialState.FAILED, TrialState.CANCELLED);

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
          // cancelled or given up before any of its trials had started, and retried
          case QUEUED -> Set.of(FAILED, CANCELLED);
          case RUNNING -> Set.of(QUEUED, FAILED, CANCELLED);
          case FINISHED -> Set.of(RUNNING);
          // queued, where all its trials waited for one that failed; finished, where the disk lost
          // a
          // result
          case FAILED -> Set.of(QUEUED, RUNNING, FINISHED);
          case CANCELLED -> Set.of(QUEUED, RUNNING);
        });
  }
}
