package org.shiftscope.storage;

import java.time.Instant;
import java.util.Optional;

/**
 * The news of one change.
 *
 * @param sequence its place in the order of all lasting events, from 1; 0 for what is told but not
 *     kept: progress, and that an experiment was purged
 * @param experiment the experiment that changed
 * @param type what changed
 * @param trial the trial that changed, where it was one
 * @param at when
 * @param message what happened, a sentence for a person; empty for progress
 */
public record Event(
    long sequence,
    ExperimentId experiment,
    Type type,
    Optional<Integer> trial,
    Instant at,
    String message) {

  /** What changed. The id is the name in JSON and of the server-sent event. */
  public enum Type implements org.shiftscope.compute.spec.Named {
    EXPERIMENT_SUBMITTED("experiment-submitted", "Submitted"),
    EXPERIMENT_STARTED("experiment-started", "Started"),
    EXPERIMENT_ENDED("experiment-ended", "Ended"),
    EXPERIMENT_RETRIED("experiment-retried", "Retried"),
    EXPERIMENT_DELETED("experiment-deleted", "Deleted"),
    EXPERIMENT_RESTORED("experiment-restored", "Restored"),
    /** It is gone for good, its lasting events with it: told, never kept. */
    EXPERIMENT_PURGED("experiment-purged", "Purged"),
    TRIAL_STARTED("trial-started", "Trial started"),
    TRIAL_ENDED("trial-ended", "Trial ended"),
    /** Its worker is gone, and it waits for the next. */
    TRIAL_REQUEUED("trial-requeued", "Trial queued again"),
    /** Told at most a few times a second for each trial, never kept. */
    TRIAL_PROGRESS("trial-progress", "Progress");

    private final String id;
    private final String title;

    Type(String id, String title) {
      this.id = id;
      this.title = title;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
