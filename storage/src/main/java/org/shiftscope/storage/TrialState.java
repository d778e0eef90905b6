package org.shiftscope.storage;

import org.shiftscope.compute.spec.Named;

/** Where a trial stands. */
public enum TrialState implements Named {
  /** Waits for a worker. */
  QUEUED("Queued"),
  /** A worker is at it. */
  RUNNING("Running"),
  /** A person stopped it for now; it goes on from its checkpoint when it is resumed. */
  PAUSED("Paused"),
  /** It has a result, of whatever outcome. */
  FINISHED("Finished"),
  /** The machine failed it: a file missing, memory exhausted. It can be retried. */
  FAILED("Failed"),
  /** Its experiment was cancelled before it had a result. */
  CANCELLED("Cancelled");

  private final String title;

  TrialState(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether nothing more will happen to it unless a person asks for it. */
  public boolean ended() {
    return this == FINISHED || this == FAILED || this == CANCELLED;
  }
}
