package org.shiftscope.storage;

import org.shiftscope.compute.spec.Named;

/** Where an experiment stands. */
public enum ExperimentState implements Named {
  /** No trial has started. */
  QUEUED("Queued"),
  /** A trial has started, and not all have ended. */
  RUNNING("Running"),
  /** No trial runs or waits, and at least one is paused: a person has to resume it. */
  PAUSED("Paused"),
  /** Every trial has a result. */
  FINISHED("Finished"),
  /** Every trial has ended, at least one by a failure of the machine; it can be retried. */
  FAILED("Failed"),
  /** A person stopped it; the results so far are kept. */
  CANCELLED("Cancelled");

  private final String title;

  ExperimentState(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether nothing more will happen unless a person asks for it. */
  public boolean ended() {
    return this == FINISHED || this == FAILED || this == CANCELLED;
  }
}
