package org.shiftscope.compute.curve;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.util.CombinatoricsUtils;
import org.shiftscope.compute.formula.Interval;

/** A person's formula as a change of coordinates. */
public final class FormulaMap implements CoordinateMap {

  private static final int MOST_STEPS = 200;

  private final Curve r;
  private final double from;
  private final double to;
  private final boolean linear;

  /**
   * A map.
   *
   * @param r strictly monotone from one end to the other, see {@link #fails}
   */
  public FormulaMap(Curve r, double from, double to) {
    this.r = r;
    this.from = from;
    this.to = to;
    Interval bend = r.enclose(2, Interval.of(from, to));
    this.linear = bend.low() == 0 && bend.high() == 0;
  }

  /**
   * Where a formula is not seen to be strictly monotone, its slope being everywhere above or
   * everywhere below 0; empty where it is.
   */
  public static Optional<Unproven> fails(Curve r, double from, double to) {
    boolean rises = r.slope(from + (to - from) / 2) > 0;
    return Everywhere.fails(
        part -> r.near(1, part),
        slope -> slope.isBounded() && (rises ? slope.isAbove0() : slope.isBelow0()),
        slope -> rises ? slope.upper() <= 0 : slope.lower() >= 0,
        from,
        to);
  }

  @Override
  public double phi(double x) {
    return r.value(x);
  }

  /** To the last digits of x: Newton's method, and halving where that leaves the bracket. */
  @Override
  public double x(double phi) {
    boolean rises = r.value(from) < r.value(to);
    double low = from;
    double high = to;
    double x = from + (to - from) / 2;
    for (int i = 0; i < MOST_STEPS; i++) {
      double miss = r.value(x) - phi;
      if (miss < 0 == rises) {
        low = x;
      } else {
        high = x;
      }
      double next = x - miss / r.slope(x);
      if (miss == 0 || Math.abs(next - x) <= Math.ulp(x) / 2) {
        return x;
      }
      x = next > low && next < high ? next : low + (high - low) / 2;
    }
    return x;
  }

  @Override
  public double[] series(int order, double x) {
    double[] series = r.derivatives(order, x);
    Arrays.setAll(series, n -> series[n] / CombinatoricsUtils.factorialDouble(n));
    return series;
  }

  @Override
  public boolean isLinear() {
    return linear;
  }
}
