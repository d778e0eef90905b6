package org.shiftscope.compute.statistics;

/**
 * A confidence interval; both ends NaN where there is none.
 *
 * @param low its lower end
 * @param high its upper end, at least {@code low}
 */
public record ConfidenceInterval(double low, double high) {

  /** Where too little is known for an interval. */
  public static ConfidenceInterval none() {
    return new ConfidenceInterval(Double.NaN, Double.NaN);
  }

  /** Whether it lies on one side of 0. */
  public boolean excludesZero() {
    return low > 0 || high < 0;
  }
}
