package org.shiftscope.compute.landscape;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The integral of a function from the lower end of a domain, by Chebyshev series on panels. */
final class Antiderivative implements DoubleUnaryOperator {

  private final double[] ends;
  private final double[][] series;
  private final double[] before;

  /**
   * Integrates.
   *
   * @param ends panels on which the function is resolved
   */
  Antiderivative(DoubleUnaryOperator function, double[] ends) {
    this.ends = ends;
    series = new double[ends.length - 1][];
    before = new double[ends.length];
    for (int i = 0; i < series.length; i++) {
      double[] coefficients = Chebyshev.coefficients(function, ends[i], ends[i + 1]);
      series[i] = Chebyshev.integral(coefficients, ends[i], ends[i + 1]);
      before[i + 1] = before[i] + Chebyshev.value(series[i], 1);
    }
  }

  @Override
  public double applyAsDouble(double x) {
    int found = Arrays.binarySearch(ends, x);
    int panel = Math.clamp(found >= 0 ? found : -found - 2, 0, series.length - 1);
    double position = (2 * x - ends[panel] - ends[panel + 1]) / (ends[panel + 1] - ends[panel]);
    return before[panel] + Chebyshev.value(series[panel], position);
  }
}
