package org.shiftscope.compute.bench;

/**
 * How long something took.
 *
 * @param clock seconds
 * @param processor seconds of the processor for the thread that did it, which other work on the
 *     machine disturbs less
 */
record Times(double clock, double processor) {

  /** Where several threads did it. */
  static Times ofClock(double seconds) {
    return new Times(seconds, Double.NaN);
  }

  Times plus(Times other) {
    return new Times(clock + other.clock, processor + other.processor);
  }
}
