package org.shiftscope.compute.curve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.curve.Unproven.Reason;
import org.shiftscope.compute.formula.Interval;

/**
 * Finds every change of sign of a curve's slope, which is every minimum and maximum of the curve,
 * by branch and bound with interval arithmetic (Moore, Kearfott and Cloud 2009, chapter 8): a part
 * of the domain on which the slope's enclosure holds no 0 has none; one on which the second
 * derivative's holds none has one at most, and then the signs at its ends tell. Others are halved.
 *
 * <p>What stays undecided is told: parts of 2⁻⁴⁴ of the domain, parts on which the slope is smaller
 * than its own rounding, and what is left when the budget is spent.
 */
public final class IsolateRoots {

  /** So many parts are looked at by those who have a second. */
  public static final int MANY_PARTS = 20_000;

  /**
   * A gap between two undecided stretches that is no more than this share of the domain is told
   * with them.
   */
  private static final double GAP = 1e-4;

  private static final double NARROWEST = 0x1p-44;

  /** Rounding makes up this share of an enclosure where halving a part no longer narrows it. */
  private static final double ROUNDING = 0.25;

  private final Enclosed curve;
  private final double from;
  private final double to;
  private final int mostRoots;
  private final int mostParts;
  private final double narrowest;
  private final List<Part> parts = new ArrayList<>();

  private IsolateRoots(Enclosed curve, double from, double to, int mostRoots, int mostParts) {
    this.curve = curve;
    this.from = from;
    this.to = to;
    this.mostRoots = mostRoots;
    this.mostParts = mostParts;
    this.narrowest = narrowest(from, to, NARROWEST);
  }

  /**
   * A part of the domain.
   *
   * @param sign that of the slope on all of it, −1 or 1; 0 where it is not known
   * @param bend that of the second derivative on all of it, or 0
   * @param root whether the slope's signs at its ends are known, and differ
   */
  private record Part(double from, double to, int sign, int bend, boolean root, Reason why) {

    boolean isDecided() {
      return sign != 0 || root;
    }

    int signAtStart() {
      return root ? -bend : sign;
    }

    int signAtEnd() {
      return root ? bend : sign;
    }
  }

  /**
   * The changes of sign of a curve's slope.
   *
   * @param curve of whose enclosures orders 1 and 2 are asked
   * @param mostRoots after so many, the rest of the domain is left and told as unproven
   * @param mostParts after so many parts too
   */
  public static Roots of(Enclosed curve, double from, double to, int mostRoots, int mostParts) {
    var isolate = new IsolateRoots(curve, from, to, mostRoots, mostParts);
    isolate.divide();
    return isolate.roots();
  }

  static double narrowest(double from, double to, double share) {
    return Math.max((to - from) * share, 4 * Math.ulp(Math.max(Math.abs(from), Math.abs(to))));
  }

  private void divide() {
    Deque<Interval> open = new ArrayDeque<>();
    open.push(Interval.of(from, to));
    int found = 0;
    for (int looked = 0; !open.isEmpty(); looked++) {
      Interval x = open.pop();
      boolean spent = looked > mostParts || found > mostRoots;
      Optional<Part> part = spent ? Optional.of(part(x, 0, 0, false, Reason.BUDGET)) : part(x);
      if (part.isPresent()) {
        parts.add(part.get());
        found += part.get().root ? 1 : 0;
      } else {
        double middle = Enclosed.middle(x);
        open.push(Interval.of(middle, x.high()));
        open.push(Interval.of(x.low(), middle));
      }
    }
  }

  /** What a part is; empty where halving it can tell more. */
  private Optional<Part> part(Interval x) {
    Interval slope = curve.near(1, x);
    if (sign(slope) != 0) {
      return Optional.of(part(x, sign(slope), 0, false, Reason.NARROW));
    }
    int bend = sign(curve.enclose(2, x));
    if (bend != 0) {
      int left = signAt(x.low());
      int right = signAt(x.high());
      if (left * right != 0) {
        return Optional.of(part(x, left == right ? left : 0, bend, left != right, Reason.NARROW));
      }
    }
    if (x.width() <= narrowest) {
      return Optional.of(part(x, 0, bend, false, Reason.NARROW));
    }
    Interval atMiddle = curve.enclose(1, Interval.of(Enclosed.middle(x)));
    return atMiddle.holdsZero() && slope.isBounded() && atMiddle.width() >= ROUNDING * slope.width()
        ? Optional.of(part(x, 0, bend, false, Reason.ROUNDING))
        : Optional.empty();
  }

  private static Part part(Interval x, int sign, int bend, boolean root, Reason why) {
    return new Part(x.low(), x.high(), sign, bend, root, why);
  }

  private int signAt(double x) {
    return sign(curve.enclose(1, Interval.of(x)));
  }

  private static int sign(Interval value) {
    return value.isAbove0() ? 1 : value.isBelow0() ? -1 : 0;
  }

  /** Joins undecided parts that touch, and reads the signs on both sides of them. */
  private Roots roots() {
    List<Root> changes = new ArrayList<>();
    List<Unproven> unproven = new ArrayList<>();
    int before = signAt(from);
    for (int i = 0; i < parts.size(); ) {
      Part part = parts.get(i);
      if (part.isDecided()) {
        if (part.root) {
          changes.add(new Root(part.from, part.to, part.bend > 0, true));
        }
        before = part.signAtEnd();
        i++;
        continue;
      }
      int next = i;
      while (next < parts.size() && !parts.get(next).isDecided()) {
        next++;
      }
      double end = parts.get(next - 1).to;
      int after = next < parts.size() ? parts.get(next).signAtStart() : signAt(to);
      boolean single = single(parts.subList(i, next));
      boolean changed = before * after == -1;
      if (changed) {
        changes.add(new Root(part.from, end, after > 0, single));
      }
      if (!(changed && single) && end - part.from > 16 * narrowest) {
        add(unproven, new Unproven(part.from, end, why(parts.subList(i, next))));
      }
      before = after == 0 ? before : after;
      i = next;
    }
    return new Roots(from, to, changes, signAt(from), signAt(to), unproven);
  }

  private void add(List<Unproven> unproven, Unproven next) {
    boolean joins =
        !unproven.isEmpty() && next.from() - unproven.getLast().to() <= GAP * (to - from);
    double start = joins ? unproven.removeLast().from() : next.from();
    unproven.add(new Unproven(start, next.to(), next.why()));
  }

  /** Whether the second derivative has one sign on all of them: one root at most. */
  private static boolean single(List<Part> cluster) {
    int bend = cluster.getFirst().bend;
    return bend != 0 && cluster.stream().allMatch(part -> part.bend == bend);
  }

  private static Reason why(List<Part> cluster) {
    return cluster.stream().map(Part::why).max(Reason::compareTo).orElseThrow();
  }
}
