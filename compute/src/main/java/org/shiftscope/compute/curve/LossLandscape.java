package org.shiftscope.compute.curve;

import java.util.List;

/**
 * A landscape in one dimension: L_tr, L_te(x) = L_tr(x − shift), and C = c(x), on a domain with
 * reflecting ends.
 *
 * @param train L_tr, finite on the domain, and on the domain moved by −shift
 * @param shift by how much the test loss lies to the right of the train loss
 * @param noise c, the variance of the per-sample gradient, above 0 on the domain
 * @param from the domain's lower end
 * @param to its upper end, above {@code from}
 */
public record LossLandscape(Curve train, double shift, Curve noise, double from, double to) {

  public LossLandscape {
    if (!(from < to) || !Double.isFinite(to - from) || !Double.isFinite(shift)) {
      throw new IllegalArgumentException("domain from " + from + " to " + to + ", shift " + shift);
    }
  }

  /** The sum of curves, as a curve. */
  public static Curve sum(List<Curve> parts) {
    return parts.size() == 1 ? parts.getFirst() : new CurveSum(parts);
  }

  /** L_te at a point. */
  public double test(double x) {
    return train.value(x - shift);
  }

  /** Length of the domain. */
  public double length() {
    return to - from;
  }
}
