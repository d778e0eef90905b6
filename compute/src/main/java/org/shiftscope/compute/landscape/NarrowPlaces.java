package org.shiftscope.compute.landscape;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.IsolateRoots;
import org.shiftscope.compute.curve.LocateRoot;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.curve.Root;
import org.shiftscope.compute.curve.Roots;

/**
 * Where a landscape has features too narrow for its first panels to see: the minima and maxima of
 * the train loss, the test loss and the noise about which their Taylor series leads less than
 * {@value #SHARE} of a panel far. Panels end there, and at distances that double from there on: so
 * each is met by panels of its own width.
 */
final class NarrowPlaces {

  private static final double SHARE = 0.05;
  private static final int MOST_ROOTS = 200;

  private final LossLandscape landscape;
  private final double panel;
  private final NavigableSet<Double> ends = new TreeSet<>();

  private NarrowPlaces(LossLandscape landscape) {
    this.landscape = landscape;
    this.panel = Panels.firstWidth(landscape.from(), landscape.to());
  }

  /** Ends of panels in the domain; none where nothing is narrow. */
  static NavigableSet<Double> of(LossLandscape landscape) {
    var places = new NarrowPlaces(landscape);
    places.add(landscape.train(), 0);
    if (landscape.shift() != 0) {
      places.add(landscape.train(), landscape.shift());
    }
    if (!landscape.noise().isConstant()) {
      places.add(landscape.noise(), 0);
    }
    return places.ends;
  }

  /** Those of a curve, moved to the right. */
  private void add(Curve curve, double shift) {
    Roots roots =
        IsolateRoots.of(
            curve,
            landscape.from() - shift,
            landscape.to() - shift,
            MOST_ROOTS,
            IsolateRoots.MANY_PARTS);
    for (Root root : roots.changes()) {
      double place = LocateRoot.of(curve, curve::slope, root);
      double scale =
          VanishingOrder.reach(
              curve.derivatives(Curve.HIGHEST_ORDER, place), 2, landscape.length());
      if (scale > 0 && scale < SHARE * panel) {
        grade(place + shift, scale);
      }
    }
  }

  private void grade(double place, double scale) {
    for (double step = scale; step < panel; step *= 2) {
      for (double end : List.of(place - step, place, place + step)) {
        if (end > landscape.from() && end < landscape.to()) {
          ends.add(end);
        }
      }
    }
  }
}
