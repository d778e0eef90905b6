package org.shiftscope.compute.estimate;

import java.time.Duration;

/** Says an estimated time with no finer digits than are known of it. */
public final class SayTime {

  /** Within this factor either way, estimates were right (docs/results/estimates.md). */
  private static final double FACTOR = 1.5;

  private static final double MINUTE = 60;
  private static final double HOUR = 3_600;

  /** From so many of a unit on, the next is taken. */
  private static final double MOST = 1.8;

  private SayTime() {}

  /** "about 20 to 50 s", "about 1 s", "about 2 to 4 h". */
  public static String about(Duration duration) {
    double high = duration.toMillis() / 1e3 * FACTOR;
    if (high < MOST * MINUTE) {
      return about(high, "s");
    }
    return high < MOST * HOUR ? about(high / MINUTE, "min") : about(high / HOUR, "h");
  }

  private static String about(double high, String unit) {
    long least = Math.max(1, rounded(high / (FACTOR * FACTOR)));
    long most = Math.max(1, rounded(high));
    return "about " + (least == most ? "" : least + " to ") + most + " " + unit;
  }

  /** To one digit from ten on. */
  private static long rounded(double value) {
    double digit = value < 10 ? 1 : Math.pow(10, Math.floor(Math.log10(value)));
    return Math.round(Math.round(value / digit) * digit);
  }
}
