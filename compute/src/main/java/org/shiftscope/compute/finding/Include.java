package org.shiftscope.compute.finding;

import org.shiftscope.compute.result.Remark;
import org.shiftscope.compute.spec.Named;

/** Which trials enter means, fits and tests. */
public enum Include implements Named {
  /** Those that count, which is the default. */
  COUNTED("Trials that count"),
  /** Hardly trained ones, and walkers that have not arrived, as well. */
  ALL("All that were measured");

  private final String title;

  Include(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }

  /** Whether a trial of which it is said enters. */
  boolean takes(Remark remark) {
    return switch (remark.counts()) {
      case NEVER -> false;
      case IF_ASKED -> this == ALL;
      case YES -> true;
    };
  }
}
