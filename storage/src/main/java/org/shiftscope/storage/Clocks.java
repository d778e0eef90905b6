package org.shiftscope.storage;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * Two clocks: one that says what time it is, for what people read, and one for how long something
 * takes, which nobody sets back.
 *
 * @param wall the time
 * @param nanoTime nanoseconds since some moment
 */
record Clocks(Clock wall, LongSupplier nanoTime) {

  static Clocks of(Clock wall) {
    return new Clocks(wall, System::nanoTime);
  }
}
