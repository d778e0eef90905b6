package org.shiftscope.compute.steadystate;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Estimates from sums over windows, and their standard errors by leaving out one window at a time
 * (Efron and Tibshirani 1993, section 11). Windows must be long against the correlation time.
 *
 * @param values shape [statistics]
 * @param errors shape [statistics]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Jackknife(double[] values, double[] errors) {

  /**
   * Estimates.
   *
   * @param windows their sums, shape [windows][size], at least 2
   * @param statistics of such sums
   */
  static Jackknife of(double[][] windows, UnaryOperator<double[]> statistics) {
    double[] total = new double[windows[0].length];
    for (double[] window : windows) {
      add(total, window, 1);
    }
    double[] values = statistics.apply(total);
    double[][] without = new double[windows.length][];
    double[] mean = new double[values.length];
    for (int w = 0; w < windows.length; w++) {
      double[] rest = total.clone();
      add(rest, windows[w], -1);
      without[w] = statistics.apply(rest);
      add(mean, without[w], 1.0 / windows.length);
    }
    double[] errors = new double[values.length];
    for (double[] one : without) {
      for (int i = 0; i < errors.length; i++) {
        errors[i] += (one[i] - mean[i]) * (one[i] - mean[i]);
      }
    }
    double factor = (windows.length - 1.0) / windows.length;
    Arrays.setAll(errors, i -> Math.sqrt(factor * errors[i]));
    return new Jackknife(values, errors);
  }

  private static void add(double[] to, double[] values, double weight) {
    for (int i = 0; i < to.length; i++) {
      to[i] += weight * values[i];
    }
  }
}
