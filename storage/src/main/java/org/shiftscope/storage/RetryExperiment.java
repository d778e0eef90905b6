package org.shiftscope.storage;

import java.util.Optional;
import org.shiftscope.storage.LegalMoves.OfTrial;

/** Queues again trials that ended without a result. */
final class RetryExperiment {

  private RetryExperiment() {}

  /** All of an experiment that has ended. */
  static boolean retry(Change change, ExperimentId id) {
    Optional<ExperimentState> state = retryable(change, id).filter(ExperimentState::ended);
    return state.isPresent() && retry(change, id, state.get(), OfTrial.RETRY);
  }

  /** Those that failed, whether the others have ended or not. */
  static boolean retryFailed(Change change, ExperimentId id) {
    Optional<ExperimentState> state = retryable(change, id);
    return state.isPresent() && retry(change, id, state.get(), OfTrial.RETRY_FAILED);
  }

  /** One that failed or was cancelled, whether the others have ended or not. */
  static boolean retry(Change change, ExperimentId id, int number) {
    Optional<ExperimentState> state = retryable(change, id);
    Optional<TrialSummary> trial = ReadTrials.find(change.handle(), id, number);
    if (state.isEmpty()
        || trial.isEmpty()
        || !MoveTrials.asked(change, OfTrial.RETRY, trial.get().lastAttempt())) {
      return false;
    }
    queue(change, id, state.get(), "Retried: trial " + number + " waits again.");
    return true;
  }

  /** A deleted experiment stays ended: what nobody sees must not run. */
  private static Optional<ExperimentState> retryable(Change change, ExperimentId id) {
    Optional<ExperimentState> state = change.lock(id);
    return state.filter(known -> !DeleteExperiment.isDeleted(change, id));
  }

  private static boolean retry(
      Change change, ExperimentId id, ExperimentState before, OfTrial move) {
    int queued = MoveTrials.all(change, move, id);
    if (queued == 0) {
      return false;
    }
    queue(
        change,
        id,
        before,
        queued == 1
            ? "Retried: one trial waits again."
            : "Retried: " + queued + " trials wait again.");
    return true;
  }

  private static void queue(Change change, ExperimentId id, ExperimentState before, String told) {
    change.tellOfExperiment(id, Event.Type.EXPERIMENT_RETRIED, told);
    PauseTrials.queue(change, id, before);
  }
}
