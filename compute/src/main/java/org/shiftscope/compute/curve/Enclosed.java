package org.shiftscope.compute.curve;

import org.shiftscope.compute.formula.Interval;

/** A function of one variable whose values and derivatives over an interval can be enclosed. */
@FunctionalInterface
public interface Enclosed {

  /**
   * An interval that holds a derivative everywhere on an interval; the whole line where it has none
   * somewhere. Rounding is in it.
   *
   * @param order 0 for the value, 1 and 2 for the first and second derivative
   */
  Interval enclose(int order, Interval x);

  /**
   * A derivative over an interval, of order 0 or 1, as near as the next derivative brings it too:
   * by the mean value theorem, f(x) lies in f(m) + f′(X) (x − m).
   */
  default Interval near(int order, Interval x) {
    Interval plain = enclose(order, x);
    Interval next = enclose(order + 1, x);
    if (!next.isBounded()) {
      return plain;
    }
    Interval middle = Interval.of(middle(x));
    Interval byNext = enclose(order, middle).plus(next.times(x.plus(middle.negated())));
    return byNext.isBounded() ? plain.isBounded() ? plain.and(byNext) : byNext : plain;
  }

  /** A point of an interval that is not scaled, about in its middle. */
  static double middle(Interval x) {
    return x.low() + (x.high() - x.low()) / 2;
  }
}
