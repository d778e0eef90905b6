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

  /** That an experiment is gone for good. */
  static Event ofPurge(ExperimentId id, Instant at) {
    return new Event(0, id, Type.EXPERIMENT_PURGED, Optional.empty(), at, "Gone for good.");
  }

  /** What changed. The id is the name in JSON and of the server-sent event. */
  public enum Type implements org.shiftscope.compute.spec.Named {
    EXPERIMENT_SUBMITTED("Submitted"),
    EXPERIMENT_STARTED("Started"),
    EXPERIMENT_PAUSED("Paused"),
    EXPERIMENT_RESUMED("Resumed"),
    EXPERIMENT_ENDED("Ended"),
    EXPERIMENT_RETRIED("Retried"),
    EXPERIMENT_DELETED("Deleted"),
    EXPERIMENT_RESTORED("Restored"),
    /** What people put on it: its title, tags, favourite, archive, note, or place in the queue. */
    EXPERIMENT_EDITED("Edited"),
    /** It is gone for good, its lasting events with it: told, never kept. */
    EXPERIMENT_PURGED("Purged"),
    TRIAL_STARTED("Trial started"),
    TRIAL_PAUSED("Trial paused"),
    TRIAL_RESUMED("Trial resumed"),
    TRIAL_ENDED("Trial ended"),
    /** Its worker is gone or the machine failed it, and it waits for the next attempt. */
    TRIAL_REQUEUED("Trial queued again"),
    /** Told at most a few times a second for each trial, never kept. */
    TRIAL_PROGRESS("Progress");

    private final String title;

    Type(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }
}
