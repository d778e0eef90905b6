package org.shiftscope.compute.curve;

import org.shiftscope.compute.formula.Interval;

/** A smooth function of one variable with its derivatives. Safe for use by many threads. */
public interface Curve extends Enclosed {

  /** The highest order of a derivative. */
  int HIGHEST_ORDER = 8;

  /**
   * The value and the derivatives at a point, exact but for rounding. Shape [order + 1].
   *
   * @param order 0 to {@link #HIGHEST_ORDER}
   */
  double[] derivatives(int order, double x);

  /**
   * Values at many points.
   *
   * @param x shape [at least n]; not modified
   * @param into shape [n]; modified
   */
  void values(double[] x, double[] into);

  /**
   * First derivatives at many points.
   *
   * @param x shape [at least n]; not modified
   * @param into shape [n]; modified
   */
  void slopes(double[] x, double[] into);

  @Override
  Interval enclose(int order, Interval x);

  /** Its value at a point. */
  default double value(double x) {
    return derivatives(0, x)[0];
  }

  /** Its first derivative at a point. */
  default double slope(double x) {
    return derivatives(1, x)[1];
  }

  /** Whether it has the same value everywhere. */
  default boolean isConstant() {
    return false;
  }
}
