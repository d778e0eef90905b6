package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Finds where a slope changes its sign: the minima and maxima of what it is the slope of. */
final class SignChanges {

  private static final int MOST_EVALUATIONS = 200;

  private SignChanges() {}

  /**
   * A change of sign.
   *
   * @param x where
   * @param rising whether from below 0 to above: a minimum
   */
  record Change(double x, boolean rising) {}

  /**
   * The changes between the samples, ascending, each refined to rounding (Brent's method of fifth
   * order).
   *
   * @param x the samples' places, ascending
   * @param values the slope there, as many
   */
  static List<Change> of(DoubleUnaryOperator slope, double[] x, double[] values) {
    List<Change> changes = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < x.length; i++) {
      if (values[i] != 0) {
        if (last >= 0 && values[last] < 0 != values[i] < 0) {
          changes.add(new Change(root(slope, x[last], x[i], i - last), values[i] > 0));
        }
        last = i;
      }
    }
    return List.copyOf(changes);
  }

  private static double root(DoubleUnaryOperator slope, double from, double to, int steps) {
    if (steps > 2) {
      // A stretch of zeros, as where all Gaussians have underflowed: its middle.
      return (from + to) / 2;
    }
    double rounding = Math.ulp(Math.max(Math.abs(from), Math.abs(to)));
    if (slope.applyAsDouble(from) * slope.applyAsDouble(to) == 0) {
      return bisected(slope, from, to, rounding);
    }
    UnivariateFunction function = slope::applyAsDouble;
    return new BracketingNthOrderBrentSolver(rounding, 5)
        .solve(MOST_EVALUATIONS, function, from, to);
  }

  /** By signs alone: Brent's method multiplies values, and the product of two tiny ones is 0. */
  private static double bisected(
      DoubleUnaryOperator slope, double from, double to, double rounding) {
    boolean below = slope.applyAsDouble(from) < 0;
    double low = from;
    double high = to;
    while (high - low > rounding) {
      double middle = low + (high - low) / 2;
      double value = slope.applyAsDouble(middle);
      if (value == 0 || middle <= low || middle >= high) {
        return middle;
      }
      if (value < 0 == below) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }
}
