package org.shiftscope.compute.curve;

/**
 * A stretch of a domain on which something could not be shown.
 *
 * @param from its lower end
 * @param to its upper end
 * @param why what stood in the way
 */
public record Unproven(double from, double to, Reason why) {

  /** What stood in the way. */
  public enum Reason {
    /** It is as narrow as stretches get. */
    NARROW,
    /** Rounding is larger than what is asked for. */
    ROUNDING,
    /** There were too many stretches to look at. */
    BUDGET
  }

  /** Its middle. */
  public double middle() {
    return from + (to - from) / 2;
  }
}
