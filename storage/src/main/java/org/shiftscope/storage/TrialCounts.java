package org.shiftscope.storage;

import org.jdbi.v3.core.Handle;

/** Counts an experiment's trials by their state. */
final class TrialCounts {

  private TrialCounts() {}

  static Count of(Handle handle, ExperimentId id) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) AS trials,
              COUNT(*) FILTER (WHERE attempts > 0) AS taken_up,
              COUNT(*) FILTER (WHERE state = 'finished') AS finished,
              COUNT(*) FILTER (WHERE state = 'failed') AS failed,
              COUNT(*) FILTER (WHERE state = 'cancelled') AS cancelled
            FROM trial WHERE experiment = :id
            """)
        .bind("id", id.value())
        .map(
            (row, context) ->
                new Count(
                    row.getInt("trials"),
                    row.getInt("taken_up"),
                    row.getInt("finished"),
                    row.getInt("failed"),
                    row.getInt("cancelled")))
        .one();
  }

  /**
   * Trials of one experiment.
   *
   * @param trials all of them
   * @param takenUp those that a worker took up at least once
   */
  record Count(int trials, int takenUp, int finished, int failed, int cancelled) {

    /** The state of an experiment with these trials. */
    ExperimentState state() {
      if (finished + failed + cancelled < trials) {
        return takenUp > 0 ? ExperimentState.RUNNING : ExperimentState.QUEUED;
      }
      if (cancelled > 0) {
        return ExperimentState.CANCELLED;
      }
      return failed > 0 ? ExperimentState.FAILED : ExperimentState.FINISHED;
    }
  }
}
