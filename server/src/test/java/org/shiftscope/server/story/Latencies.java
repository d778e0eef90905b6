package org.shiftscope.server.story;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long answers took.
 *
 * @param sorted in milliseconds, rising; not to be modified
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Latencies(double[] sorted) {

  static Latencies of(List<Double> millis) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Latencies(sorted);
  }

  double median() {
    return sorted[sorted.length / 2];
  }

  /** The 95th percentile. */
  double slow() {
    return sorted[sorted.length * 95 / 100];
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "median %.1f ms, 95th percentile %.1f ms", median(), slow());
  }
}
