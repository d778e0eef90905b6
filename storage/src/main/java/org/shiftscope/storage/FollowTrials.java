package org.shiftscope.storage;

import java.util.Optional;

/**
 * The one place where an experiment's state changes: it follows from its trials, by a guarded
 * UPDATE along {@link LegalMoves}.
 */
final class FollowTrials {

  private FollowTrials() {}

  /**
   * Brings the experiment's state in line with its trials, and tells of it, but where the change
   * has told of a retry already.
   *
   * @param from its state, as {@link Change#lock} found it
   */
  static void follow(Change change, ExperimentId id, ExperimentState from) {
    Tally tally = KeepTally.of(change.handle(), id);
    ExperimentState to = tally.state();
    if (!move(change, id, to)) {
      return;
    }
    if (to == ExperimentState.PAUSED) {
      change.tellOfExperiment(id, Event.Type.EXPERIMENT_PAUSED, sentence(to, tally));
    } else if (from == ExperimentState.PAUSED && !to.ended()) {
      if (change.events().stream()
          .noneMatch(told -> told.type() == Event.Type.EXPERIMENT_RETRIED)) {
        change.tellOfExperiment(id, Event.Type.EXPERIMENT_RESUMED, "Resumed.");
      }
    } else if (to == ExperimentState.RUNNING && from == ExperimentState.QUEUED) {
      change.tellOfExperiment(id, Event.Type.EXPERIMENT_STARTED, "Started.");
    } else if (to.ended()) {
      change.tellOfExperiment(id, Event.Type.EXPERIMENT_ENDED, sentence(to, tally));
      QueueNotices.ofEnd(change, id, to, tally);
    }
  }

  private static boolean move(Change change, ExperimentId id, ExperimentState to) {
    return change
            .handle()
            .createUpdate(
                """
                UPDATE experiment SET state = :to,
                  started = COALESCE(started, CAST(:started AS TIMESTAMP(6) WITH TIME ZONE)),
                  ended = CAST(:ended AS TIMESTAMP(6) WITH TIME ZONE)
                WHERE id = :id AND state IN (<from>)
                """)
            .bind("to", to.id())
            .bind("started", Optional.of(change.now()).filter(now -> to == ExperimentState.RUNNING))
            .bind("ended", Optional.of(change.now()).filter(now -> to.ended()))
            .bind("id", id.value())
            .bindList("from", LegalMoves.ofExperiment(to))
            .execute()
        == 1;
  }

  /** What is told of an end, or of a pause. */
  static String sentence(ExperimentState state, Tally tally) {
    String results =
        tally.count(TrialState.FINISHED) + " of " + tally.trials() + " trials have a result";
    return switch (state) {
      case FINISHED -> "Finished: all " + tally.trials() + " trials have a result.";
      case FAILED ->
          "Failed: "
              + results
              + ", "
              + tally.count(TrialState.FAILED)
              + " failed. Retry runs them again.";
      case PAUSED -> "Paused: " + results + ". Resume lets the others go on.";
      default -> "Cancelled: " + results + ". Retry runs the others.";
    };
  }
}
