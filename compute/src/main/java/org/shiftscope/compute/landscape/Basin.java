package org.shiftscope.compute.landscape;

import org.hipparchus.util.CombinatoricsUtils;

/**
 * A basin of a curve: what lies between two neighbouring maxima, or a maximum and an end of the
 * domain.
 *
 * @param from its lower end
 * @param to its upper end
 * @param minimum where its lowest point is
 * @param atEnd whether that is an end of the domain, and no minimum inside
 * @param order m, the order of the first derivative there that is not zero: even, 2 to 8; 1 where
 *     the lowest point is an end of the domain; 0 where all derivatives up to 8 vanish
 * @param derivative the derivative of that order; 0 for order 0
 * @param value the curve's value there
 */
public record Basin(
    double from,
    double to,
    double minimum,
    boolean atEnd,
    int order,
    double derivative,
    double value) {

  /** By how much the curve rises over a step from the minimum, to leading order. */
  public double rise(double step) {
    return derivative * Math.pow(step, order) / CombinatoricsUtils.factorialDouble(order);
  }

  /** Whether a point lies in it. */
  public boolean contains(double x) {
    return x >= from && x <= to;
  }
}
