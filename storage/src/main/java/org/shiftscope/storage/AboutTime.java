package org.shiftscope.storage;

import java.time.Duration;

/** An expected time, with no finer digits than are known of it, and a second at least. */
final class AboutTime {

  private static final long[] STEPS = {1, 5, 15, 60, 300, 900, 3_600, 21_600, 86_400};
  private static final int PARTS = 12;
  private static final int FEW_PARTS = 6;

  private AboutTime() {}

  /** The nearest whole number of the first of the steps that is not much finer than a tenth. */
  static Duration of(Duration exact) {
    return of(exact, PARTS);
  }

  /** The same where little is known: to about a fifth. */
  static Duration roughly(Duration exact) {
    return of(exact, FEW_PARTS);
  }

  private static Duration of(Duration exact, int parts) {
    double seconds = exact.toMillis() / 1e3;
    long step = STEPS[0];
    for (int i = 0; i < STEPS.length && step * parts < seconds; i++) {
      step = STEPS[i];
    }
    return Duration.ofSeconds(Math.max(1, Math.round(seconds / step) * step));
  }
}
