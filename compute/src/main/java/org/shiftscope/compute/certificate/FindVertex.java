package org.shiftscope.compute.certificate;

import java.util.stream.IntStream;
import org.hipparchus.fitting.PolynomialCurveFitter;
import org.hipparchus.fitting.WeightedObservedPoints;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.result.Series;

/**
 * How far the lowest point of a loss is from a point on a line, by the parabola of least squares,
 * its vertex free, through the losses within half a shift on both sides.
 */
public final class FindVertex {

  /** Losses on a line that nobody has evaluated. */
  public static final int LOSSES = 11;

  private static final double REACH = 0.5 + 1e-12;

  private FindVertex() {}

  /**
   * Finds it where nothing of the line is known yet. Costs {@value #LOSSES} losses.
   *
   * @param train θ_tr, at 0 on the line, shape [d], not modified
   * @param test θ_te, at 1, shape [d], not modified
   * @param at the place of the loss's own point, 0 or 1
   */
  public static double on(Objective loss, double[] train, double[] test, double at) {
    double[] alphas =
        IntStream.range(0, LOSSES).mapToDouble(i -> at - 0.5 + i / (LOSSES - 1.0)).toArray();
    return of(Series.of(alphas), Series.of(loss.valuesBetween(train, test, alphas)), at);
  }

  /**
   * Finds it.
   *
   * @param alpha places on the line in units of ‖s‖, some on each side of the point, shape [n]
   * @param loss the losses there, shape [n]
   * @param at the point's own place
   * @return in units of ‖s‖, at least 0; NaN where the parabola has no lowest point
   */
  public static double of(Series alpha, Series loss, double at) {
    WeightedObservedPoints points = new WeightedObservedPoints();
    IntStream.range(0, alpha.size())
        .filter(i -> Math.abs(alpha.get(i) - at) <= REACH)
        .forEach(i -> points.add(alpha.get(i) - at, loss.get(i)));
    double[] parabola = PolynomialCurveFitter.create(2).fit(points.toList());
    return parabola[2] > 0 ? Math.abs(parabola[1] / (2 * parabola[2])) : Double.NaN;
  }
}
