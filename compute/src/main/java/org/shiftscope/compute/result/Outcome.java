package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Named;

/** How a trial ended. Each is a result: an exception is for bugs and broken machines only. */
public enum Outcome implements Named {
  /** Both points satisfied their criterion, and everything was measured. */
  MEASURED("measured", "Measured"),
  /** Everything was measured, but at a point that did not reach its tolerance. */
  UNCONVERGED("unconverged", "Not converged"),
  /** SGD stayed finite, but is no better than guessing: nothing to measure. */
  LEARNT_NOTHING("learnt-nothing", "Learnt nothing"),
  /** The loss of SGD or of a refinement left the finite numbers: nothing to measure. */
  DIVERGED("diverged", "Diverged");

  private final String id;
  private final String title;

  Outcome(String id, String title) {
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
