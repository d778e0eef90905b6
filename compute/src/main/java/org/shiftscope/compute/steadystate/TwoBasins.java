package org.shiftscope.compute.steadystate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.shiftscope.compute.simulation.Bins;
import org.shiftscope.compute.simulation.FokkerPlanck;

/**
 * The basins of a loss with two minima in one parameter: how often SGD is in each, by Eq. 5 exactly
 * and by Eq. 6.
 *
 * @param left the left minimum of L
 * @param barrier the maximum between
 * @param right the right minimum
 * @param field the drift and the noise
 */
record TwoBasins(double left, double barrier, double right, TwoWellField field) {

  /** Where the density of Eq. 5 is computed; far in the walls of every loss of this kind. */
  static final Bins DOMAIN = new Bins(-3, 3, 6_000);

  /** The bins of histograms. */
  static final Bins BINS = new Bins(-3, 3, 120);

  private static final int SEARCHED = 600;

  /** The basins; empty where L has no two minima in the domain. */
  static Optional<TwoBasins> of(TwoWellField field) {
    List<Double> roots = new ArrayList<>();
    var solver = new BrentSolver(1e-13);
    double step = (DOMAIN.to() - DOMAIN.from()) / SEARCHED;
    for (int i = 0; i < SEARCHED; i++) {
      double from = DOMAIN.from() + i * step;
      double to = from + step;
      if (field.slope(from) * field.slope(to) < 0) {
        roots.add(solver.solve(100, field::slope, from, to));
      }
    }
    return roots.size() == 3
        ? Optional.of(new TwoBasins(roots.get(0), roots.get(1), roots.get(2), field))
        : Optional.empty();
  }

  /** The density of Eq. 5 as shares of {@link #DOMAIN}, shape [6000]. */
  double[] eq5(double temperature) {
    return new FokkerPlanck(field, temperature, DOMAIN).steadyState();
  }

  /** The share of the right basin by Eq. 5. */
  double rightShare(double[] shares) {
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      // The cell that the barrier lies in counts by its part.
      double beyond = (DOMAIN.centre(i) - barrier) / DOMAIN.width() + 0.5;
      sum += shares[i] * Math.clamp(beyond, 0, 1);
    }
    return sum;
  }

  /**
   * The share of the right basin by Eq. 6: w_k ∝ exp(−(2/T) v_k) (v_k″)^−½ at the minima of v, read
   * off the density: p_k (−(ln p)″)^−½ at its maxima. NaN where v has no minimum in a basin.
   */
  double rightLaplace(double[] shares) {
    int middle = DOMAIN.of(barrier);
    double ofLeft = laplace(shares, 0, middle);
    double ofRight = laplace(shares, middle, shares.length);
    return ofRight / (ofLeft + ofRight);
  }

  private static double laplace(double[] shares, int from, int to) {
    int top = from;
    for (int i = from; i < to; i++) {
      top = shares[i] > shares[top] ? i : top;
    }
    if (top <= from || top >= to - 1) {
      return Double.NaN;
    }
    // A parabola through the logarithms of the highest cell and its neighbours.
    double before = Math.log(shares[top - 1]);
    double here = Math.log(shares[top]);
    double after = Math.log(shares[top + 1]);
    double bend = before - 2 * here + after;
    double tilt = (after - before) / 2;
    return Math.exp(here - tilt * tilt / (2 * bend)) / Math.sqrt(-bend);
  }
}
