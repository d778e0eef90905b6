package org.shiftscope.compute.kind.invariance;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.decomposition.Window;
import org.shiftscope.compute.invariance.Coordinates;

/**
 * The points that are compared, in θ.
 *
 * @param test θ_te, shape [d]
 * @param train θ_tr, shape [d]
 * @param iterates of SGD, shape [d] each
 * @param statistics the running statistics of batch norms at all of them, shape [b]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
record LookedAtPoints(double[] test, double[] train, List<double[]> iterates, double[] statistics) {

  /** As Eq. 4 is written around them. */
  Window window() {
    return new Window(test, train, iterates);
  }

  /** The same in other coordinates. */
  LookedAtPoints in(Coordinates coordinates) {
    return new LookedAtPoints(
        coordinates.of(test),
        coordinates.of(train),
        iterates.stream().map(coordinates::of).toList(),
        coordinates.statistics(statistics));
  }

  /** All moved towards the test point: θ_te + h (θ − θ_te). */
  LookedAtPoints nearer(double h) {
    List<double[]> moved = new ArrayList<>();
    iterates.forEach(iterate -> moved.add(between(iterate, h)));
    return new LookedAtPoints(test, between(train, h), moved, statistics);
  }

  private double[] between(double[] point, double h) {
    double[] moved = new double[test.length];
    for (int k = 0; k < moved.length; k++) {
      moved[k] = test[k] + h * (point[k] - test[k]);
    }
    return moved;
  }
}
