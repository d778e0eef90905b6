package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.landscape.SignChanges.Change;

/** Finds the basins of a curve on a domain: together they fill it. */
final class FindBasins {

  private static final int SAMPLES_A_PANEL = 24;

  private FindBasins() {}

  /**
   * The basins, ascending; at least one.
   *
   * @param ends panels on which the curve's slope is resolved, from end to end of the domain
   */
  static List<Basin> of(Curve curve, double[] ends) {
    double[] x = samples(ends);
    double[] slopes = new double[x.length];
    curve.slopes(x, slopes);
    List<Change> changes = SignChanges.of(curve::slope, x, slopes);
    List<Basin> basins = new ArrayList<>();
    double from = x[0];
    double end = x[x.length - 1];
    int next = 0;
    while (next <= changes.size()) {
      boolean minimumInside = next < changes.size() && changes.get(next).rising();
      int maximum = minimumInside ? next + 1 : next;
      double to = maximum < changes.size() ? changes.get(maximum).x() : end;
      basins.add(
          minimumInside
              ? around(curve, from, to, changes.get(next).x())
              : atEnd(curve, from, to, from == x[0], to == end));
      from = to;
      next = maximum + 1;
      if (maximum >= changes.size()) {
        break;
      }
    }
    return List.copyOf(basins);
  }

  private static Basin around(Curve curve, double from, double to, double x) {
    var minimum = VanishingOrder.of(curve, x, (to - from) / 2);
    return new Basin(
        from,
        to,
        minimum.x(),
        false,
        minimum.order(),
        minimum.derivative(),
        curve.value(minimum.x()));
  }

  private static Basin atEnd(Curve curve, double from, double to, boolean first, boolean last) {
    boolean lower = first && (!last || curve.value(from) <= curve.value(to));
    double end = lower ? from : to;
    return new Basin(from, to, end, true, 1, curve.slope(end), curve.value(end));
  }

  private static double[] samples(double[] ends) {
    int panels = ends.length - 1;
    double[] x = new double[panels * SAMPLES_A_PANEL + 1];
    for (int i = 0; i < panels; i++) {
      for (int k = 0; k < SAMPLES_A_PANEL; k++) {
        x[i * SAMPLES_A_PANEL + k] = ends[i] + (ends[i + 1] - ends[i]) * k / SAMPLES_A_PANEL;
      }
    }
    x[x.length - 1] = ends[panels];
    return x;
  }
}
