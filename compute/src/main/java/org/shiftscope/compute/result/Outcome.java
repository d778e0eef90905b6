package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Named;

/** How a trial ended. Each is a result: an exception is for bugs and broken machines only. */
public enum Outcome implements Named {
  /** Both points satisfied their criterion, and everything was measured. */
  MEASURED("Measured"),
  /** Everything was measured, but at a point that did not reach its tolerance. */
  UNCONVERGED("Not converged"),
  /** SGD stayed finite, but is no better than guessing: nothing to measure. */
  LEARNT_NOTHING("Learnt nothing"),
  /** The loss of SGD or of a refinement left the finite numbers: nothing to measure. */
  DIVERGED("Diverged");

  private final String title;

  Outcome(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
