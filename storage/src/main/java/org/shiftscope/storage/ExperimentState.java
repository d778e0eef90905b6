package org.shiftscope.storage;

import org.shiftscope.compute.spec.Named;

/** Where an experiment stands. */
public enum ExperimentState implements Named {
  /** No trial has started. */
  QUEUED("queued", "Queued"),
  /** A trial has started, and not all have ended. */
  RUNNING("running", "Running"),
  /** Every trial has a result. */
  FINISHED("finished", "Finished"),
  /** Every trial has ended, at least one by a failure of the machine; it can be retried. */
  FAILED("failed", "Failed"),
  /** A person stopped it; the results so far are kept. */
  CANCELLED("cancelled", "Cancelled");

  private final String id;
  private final String title;

  ExperimentState(String id, String title) {
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

  /** Whether nothing more will happen unless a person asks for it. */
  public boolean ended() {
    return this == FINISHED || this == FAILED || this == CANCELLED;
  }
}
