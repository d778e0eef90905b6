package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.Enclosed;
import org.shiftscope.compute.curve.IsolateRoots;
import org.shiftscope.compute.curve.LocateRoot;
import org.shiftscope.compute.curve.Root;
import org.shiftscope.compute.curve.Roots;

/** Finds the basins of a curve on a domain: together they fill it. */
final class FindBasins {

  /** More than a landscape may have: its law says no before. */
  private static final int MOST_ROOTS = 200;

  private final Curve curve;
  private final Enclosed enclosed;
  private final Roots roots;
  private final List<Basin> basins = new ArrayList<>();

  private FindBasins(Curve curve, Enclosed enclosed, double from, double to) {
    this.curve = curve;
    this.enclosed = enclosed;
    this.roots = IsolateRoots.of(enclosed, from, to, MOST_ROOTS, IsolateRoots.MANY_PARTS);
  }

  /**
   * The basins of a curve.
   *
   * @param enclosed has the curve's own slope, or one of the same sign everywhere
   */
  static Basins of(Curve curve, Enclosed enclosed, double from, double to) {
    var find = new FindBasins(curve, enclosed, from, to);
    find.divide();
    return new Basins(find.basins, find.roots.unproven());
  }

  /** From maximum to maximum. */
  private void divide() {
    List<Root> changes = roots.changes();
    double from = roots.from();
    int next = 0;
    while (next <= changes.size()) {
      boolean minimumInside = next < changes.size() && changes.get(next).rising();
      int maximum = minimumInside ? next + 1 : next;
      boolean last = maximum >= changes.size();
      double to = last ? roots.to() : place(changes.get(maximum));
      basins.add(minimumInside ? around(from, to, changes.get(next)) : atEnd(from, to, last));
      from = to;
      next = maximum + 1;
      if (last) {
        break;
      }
    }
  }

  private double place(Root root) {
    return LocateRoot.of(enclosed, curve::slope, root);
  }

  private Basin around(double from, double to, Root root) {
    var minimum = VanishingOrder.of(curve, place(root), (to - from) / 2);
    return new Basin(
        from,
        to,
        minimum.x(),
        false,
        minimum.order(),
        minimum.derivative(),
        curve.value(minimum.x()));
  }

  private Basin atEnd(double from, double to, boolean last) {
    boolean first = from == roots.from();
    boolean lower = first && (!last || curve.value(from) <= curve.value(to));
    double end = lower ? from : to;
    int sign = lower ? roots.signAtStart() : roots.signAtEnd();
    var lowest =
        sign == 0
            ? VanishingOrder.atEnd(curve, end, lower ? to - from : from - to)
            : new VanishingOrder.Minimum(end, 1, curve.slope(end));
    return new Basin(from, to, end, true, lowest.order(), lowest.derivative(), curve.value(end));
  }
}
