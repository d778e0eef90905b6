package org.shiftscope.compute.curve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shiftscope.compute.formula.Interval;

/**
 * Shows that something holds everywhere on an interval, by halving it until it is seen on each part
 * (branch and bound): no point lies between those looked at.
 */
public final class Everywhere {

  private static final int MOST_PARTS = 5_000;

  /** Parts are this share of the whole at least. */
  private static final double NARROWEST = 0x1p-44;

  private Everywhere() {}

  /**
   * The first stretch on which it is not seen to hold; empty where it holds everywhere.
   *
   * @param enclosure of the function over a part
   * @param holds whether the law holds for every number of an enclosure
   * @param broken whether it holds for none of them
   */
  public static Optional<Unproven> fails(
      Function<Interval, Interval> enclosure,
      Predicate<Interval> holds,
      Predicate<Interval> broken,
      double from,
      double to) {
    Deque<Interval> open = new ArrayDeque<>();
    open.push(Interval.of(from, to));
    double narrowest = IsolateRoots.narrowest(from, to, NARROWEST);
    for (int parts = 1; !open.isEmpty(); parts++) {
      Interval part = open.pop();
      if (holds.test(enclosure.apply(part))) {
        continue;
      }
      double middle = Enclosed.middle(part);
      if (broken.test(enclosure.apply(Interval.of(middle)))) {
        return Optional.of(new Unproven(middle, middle, Unproven.Reason.NARROW));
      }
      if (part.width() <= narrowest) {
        return Optional.of(new Unproven(part.low(), part.high(), Unproven.Reason.NARROW));
      }
      if (parts > MOST_PARTS) {
        return Optional.of(new Unproven(part.low(), part.high(), Unproven.Reason.BUDGET));
      }
      open.push(Interval.of(middle, part.high()));
      open.push(Interval.of(part.low(), middle));
    }
    return Optional.empty();
  }
}
