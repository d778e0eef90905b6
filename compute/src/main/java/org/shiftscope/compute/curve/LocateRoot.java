package org.shiftscope.compute.curve;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.shiftscope.compute.formula.Interval;

/**
 * Locates a root of a slope as well as rounding lets: by halving while the sign at the middle is
 * proven, and in what is left, where doubles are all that there is, by Brent's method.
 */
public final class LocateRoot {

  private static final int MOST_EVALUATIONS = 200;

  /** About 0, doubles go on for a thousand halvings. */
  private static final double LEAST = 0x1p-100;

  private LocateRoot() {}

  /**
   * Its place.
   *
   * @param curve of whose enclosures order 1 is asked
   * @param slope the same slope in doubles
   */
  public static double of(Enclosed curve, DoubleUnaryOperator slope, Root root) {
    double low = proven(curve, root.low(), root.high(), root.rising() ? -1 : 1);
    double high = proven(curve, root.high(), low, root.rising() ? 1 : -1);
    double rounding = Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
    if (low <= 0 && high >= 0) {
      return 0;
    }
    double atLow = slope.applyAsDouble(low);
    double atHigh = slope.applyAsDouble(high);
    if (high - low <= rounding || !(Math.signum(atLow) * Math.signum(atHigh) < 0)) {
      return low + (high - low) / 2;
    }
    // To the last digit of the place, whatever the slope's size: it is scaled to 1.
    double scale = Math.max(Math.abs(atLow), Math.abs(atHigh));
    UnivariateFunction function = x -> slope.applyAsDouble(x) / scale;
    return new BracketingNthOrderBrentSolver(0, rounding, Double.MIN_VALUE, 5)
        .solve(MOST_EVALUATIONS, function, low, high);
  }

  /** The place nearest to the other end whose sign is proven to be that of the first. */
  private static double proven(Enclosed curve, double end, double other, int sign) {
    double last = end;
    double beyond = other;
    double least = LEAST * Math.abs(other - end);
    while (Math.abs(beyond - last) > least) {
      double x = last + (beyond - last) / 2;
      if (x == last || x == beyond) {
        return last;
      }
      Interval slope = curve.enclose(1, Interval.of(x));
      if (sign > 0 ? slope.isAbove0() : slope.isBelow0()) {
        last = x;
      } else {
        beyond = x;
      }
    }
    return last;
  }
}
