package org.shiftscope.compute.line;

import java.util.stream.IntStream;
import org.shiftscope.compute.result.ShiftMeasurement.Line;

/**
 * Predicts L_te(θ_tr) − L_te(θ_te) from the half of the line that is nearer to θ_te, r ≤ ½ in units
 * of ‖s‖. Unlike the fit of Appendix F, whose last point is L_te(θ_tr), these do not contain what
 * they predict.
 */
public final class PredictEnd {

  private static final double REACH = 0.5 + 1e-12;

  private final double[] r;
  private final double[] loss;

  private PredictEnd(double[] r, double[] loss) {
    this.r = r;
    this.loss = loss;
  }

  /** Takes the test losses of a line. */
  public static PredictEnd of(Line line) {
    int vertex = line.alpha().values().indexOf(1.0);
    int[] points =
        IntStream.iterate(vertex, i -> i >= 0, i -> i - 1)
            .takeWhile(i -> 1 - line.alpha().get(i) <= REACH)
            .toArray();
    return new PredictEnd(
        IntStream.of(points).mapToDouble(i -> 1 - line.alpha().get(i)).toArray(),
        IntStream.of(points).mapToDouble(line.testLoss()::get).toArray());
  }

  /** By the symmetrized fit, ½ κ r² at r = 1: a slope at θ_te counts as curvature. */
  public double symmetrized() {
    return new SymmetrizedFit(r, loss).kappa() / 2;
  }

  /** By the parabola a r + b r² of least squares at r = 1: the slope at θ_te is free. */
  public double withSlope() {
    double rr = 0;
    double rrr = 0;
    double rrrr = 0;
    double ry = 0;
    double rry = 0;
    for (int i = 0; i < r.length; i++) {
      double square = r[i] * r[i];
      double rise = loss[i] - loss[0];
      rr += square;
      rrr += square * r[i];
      rrrr += square * square;
      ry += r[i] * rise;
      rry += square * rise;
    }
    double determinant = rr * rrrr - rrr * rrr;
    return (ry * rrrr - rry * rrr + rry * rr - ry * rrr) / determinant;
  }
}
