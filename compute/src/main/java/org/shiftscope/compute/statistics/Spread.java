package org.shiftscope.compute.statistics;

import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * Mean and spread of some numbers.
 *
 * @param count how many, n
 * @param mean their mean; NaN for none
 * @param deviation their sample standard deviation, by n − 1; NaN below two
 */
public record Spread(int count, double mean, double deviation) {

  /**
   * Takes the numbers, which are finite.
   *
   * @param values shape [n]; not modified
   */
  public static Spread of(double... values) {
    var statistics = new StreamingStatistics();
    for (double value : values) {
      statistics.addValue(value);
    }
    return new Spread(
        values.length,
        statistics.getMean(),
        values.length < 2 ? Double.NaN : statistics.getStandardDeviation());
  }

  /** The standard error of the mean, s / √n; NaN below two. */
  public double error() {
    return deviation / Math.sqrt(count);
  }
}
