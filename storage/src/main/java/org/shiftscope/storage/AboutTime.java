package org.shiftscope.storage;

import java.time.Duration;

/**
 * An expected time, with no finer digits than are known of it: about a tenth, and a second at
 * least.
 */
final class AboutTime {

  private static final long[] STEPS = {1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400};
  private static final int PARTS = 12;

  private AboutTime() {}

  /** The nearest whole number of the first of the steps that is not much finer than a tenth. */
  static Duration of(Duration exact) {
    double seconds = exact.toMillis() / 1e3;
    long step = STEPS[0];
    for (int i = 0; i < STEPS.length && step * PARTS < seconds; i++) {
      step = STEPS[i];
    }
    return Duration.ofSeconds(Math.max(1, Math.round(seconds / step) * step));
  }
}
