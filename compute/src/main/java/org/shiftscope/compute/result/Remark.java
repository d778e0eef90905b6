package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Named;

/** What there is to say of a trial that has ended, beside its numbers. */
public enum Remark implements Named {
  /** A person who looks at the findings leaves it out, whatever it measured. */
  LEFT_OUT("by hand", Counts.NEVER),
  /** The loss left the finite numbers: there is nothing to count. */
  DIVERGED("diverged", Counts.NEVER),
  /** SGD stayed finite and learnt nothing, so that nothing was measured. */
  LEARNT_NOTHING("learnt nothing", Counts.NEVER),
  /** Measured, but SGD had not learnt, or was still learning. */
  HARDLY_TRAINED("hardly trained", Counts.IF_ASKED),
  /** Walkers had too little time to come to the steady state. */
  NOT_ARRIVED("not arrived", Counts.IF_ASKED),
  /** A point did not reach its tolerance. */
  UNCONVERGED("not converged", Counts.YES),
  /** The cap on epochs stopped SGD before its flow time. */
  CAPPED("capped", Counts.YES),
  /** The train loss still fell, by more than its errors, over the last tenth of SGD's steps. */
  STILL_FALLING("with a train loss that still fell at the end of SGD", Counts.YES),
  /** By its certificate; results of versions that did not judge it have no such remark. */
  TRAIN_POINT_NO_MINIMUM("whose train point is no minimum", Counts.YES),
  /** As for the train point. */
  TEST_POINT_NO_MINIMUM("whose test point is no minimum", Counts.YES);

  private final String title;
  private final Counts counts;

  Remark(String title, Counts counts) {
    this.title = title;
    this.counts = counts;
  }

  /** Whether a trial of which it is said enters means, fits and tests. */
  public enum Counts {
    /** It has no numbers, or a person leaves it out. */
    NEVER,
    /** Left out, but where a person asks for all. */
    IF_ASKED,
    /** It counts, and is named. */
    YES
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether the trial counts. */
  public Counts counts() {
    return counts;
  }
}
