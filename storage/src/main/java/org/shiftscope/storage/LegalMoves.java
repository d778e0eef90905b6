package org.shiftscope.storage;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Map;
import java.util.Set;

/** The table of legal moves between states. {@link MoveTrials} and {@link FollowTrials} hold it. */
final class LegalMoves {

  private static final Map<TrialState, Set<TrialState>> TRIAL =
      Map.of(
          TrialState.QUEUED, Set.of(TrialState.RUNNING, TrialState.CANCELLED),
          // back to queued: its worker died or closed
          TrialState.RUNNING,
              Set.of(
                  TrialState.FINISHED, TrialState.FAILED, TrialState.CANCELLED, TrialState.QUEUED),
          TrialState.FINISHED, Set.of(),
          TrialState.FAILED, Set.of(TrialState.QUEUED),
          TrialState.CANCELLED, Set.of(TrialState.QUEUED));

  private static final Map<ExperimentState, Set<ExperimentState>> EXPERIMENT =
      Map.of(
          ExperimentState.QUEUED, Set.of(ExperimentState.RUNNING, ExperimentState.CANCELLED),
          ExperimentState.RUNNING,
              Set.of(ExperimentState.FINISHED, ExperimentState.FAILED, ExperimentState.CANCELLED),
          ExperimentState.FINISHED, Set.of(),
          ExperimentState.FAILED, Set.of(ExperimentState.RUNNING),
          // queued: it was cancelled before any of its trials had started
          ExperimentState.CANCELLED, Set.of(ExperimentState.QUEUED, ExperimentState.RUNNING));

  private LegalMoves() {}

  /** The states from which a trial may move to {@code to}. */
  static Set<TrialState> trialTo(TrialState to) {
    return sources(TRIAL, to);
  }

  /** The states from which an experiment may move to {@code to}. */
  static Set<ExperimentState> experimentTo(ExperimentState to) {
    return sources(EXPERIMENT, to);
  }

  private static <S> Set<S> sources(Map<S, Set<S>> moves, S to) {
    return moves.entrySet().stream()
        .filter(move -> move.getValue().contains(to))
        .map(Map.Entry::getKey)
        .collect(toUnmodifiableSet());
  }
}
