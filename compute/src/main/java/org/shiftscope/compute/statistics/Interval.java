package org.shiftscope.compute.statistics;

/**
 * An interval; both ends NaN where there is none.
 *
 * @param low its lower end
 * @param high its upper end, at least {@code low}
 */
public record Interval(double low, double high) {

  /** Where too little is known for an interval. */
  public static Interval none() {
    return new Interval(Double.NaN, Double.NaN);
  }

  /** Whether it lies on one side of 0. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
