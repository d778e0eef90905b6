package org.shiftscope.compute.landscape;

import org.hipparchus.util.CombinatoricsUtils;
import org.shiftscope.compute.curve.Curve;

/**
 * Finds the order of a minimum: that of the first derivative that is not zero (Appendix E).
 *
 * <p>Zero means: as near as the root was found, the lower terms of the Taylor series amount to less
 * than 10⁻¹² of the term of the order, at the distance where the higher terms catch up with it (or
 * at the end of the basin, where they do so later). A minimum of order m is a simple root of the (m
 * − 1)-th derivative, and only an (m − 1)-fold one of the first: so the place is found again there,
 * to more digits.
 */
final class VanishingOrder {

  private static final double NEGLIGIBLE = 1e-12;
  private static final double NEAR = 1e-2;
  private static final double NEARBY = 0.1;
  private static final double CERTAIN = 1e-9;
  private static final int NEWTON_STEPS = 8;

  /** What was found. */
  record Minimum(double x, int order, double derivative) {}

  private VanishingOrder() {}

  /**
   * Finds it.
   *
   * @param x where the first derivative changes its sign, as well as that was found
   * @param reach half the width of the basin
   */
  static Minimum of(Curve curve, double x, double reach) {
    for (int order = Curve.HIGHEST_ORDER; order > 2; order -= 2) {
      double place = root(curve, order - 1, x);
      if (Math.abs(place - x) < NEAR * reach) {
        double[] derivatives = curve.derivatives(Curve.HIGHEST_ORDER, place);
        if (isAbove0(curve, order, place, derivatives[order], reach)
            && lowerTermsVanish(derivatives, order, reach)) {
          return new Minimum(place, order, derivatives[order]);
        }
      }
    }
    double second = curve.derivatives(2, x)[2];
    return isAbove0(curve, 2, x, second, reach) ? new Minimum(x, 2, second) : new Minimum(x, 0, 0);
  }

  /**
   * The order at an end of the domain where the slope is 0: odd ones can be lowest there too.
   *
   * @param reach from the end into the basin, with its sign
   */
  static Minimum atEnd(Curve curve, double end, double reach) {
    double[] derivatives = curve.derivatives(Curve.HIGHEST_ORDER, end);
    for (int order = Curve.HIGHEST_ORDER; order > 1; order--) {
      double inside = curve.derivatives(order, end + NEARBY * reach)[order];
      double derivative = derivatives[order];
      double rise = reach < 0 && order % 2 == 1 ? -derivative : derivative;
      if (rise > CERTAIN * Math.abs(inside)
          && lowerTermsVanish(derivatives, order, Math.abs(reach))) {
        return new Minimum(end, order, derivative);
      }
    }
    return new Minimum(end, 0, 0);
  }

  /** Above 0 for certain: not only next to what it is nearby. */
  private static boolean isAbove0(
      Curve curve, int order, double x, double derivative, double reach) {
    double left = curve.derivatives(order, x - NEARBY * reach)[order];
    double right = curve.derivatives(order, x + NEARBY * reach)[order];
    return derivative > CERTAIN * Math.max(Math.abs(left), Math.abs(right));
  }

  private static boolean lowerTermsVanish(double[] derivatives, int order, double reach) {
    double scale = reach(derivatives, order, reach);
    double lower = 0;
    for (int k = 2; k < order; k++) {
      lower += Math.abs(term(derivatives, k, scale));
    }
    return lower <= NEGLIGIBLE * Math.abs(term(derivatives, order, scale));
  }

  /** How far the term of an order leads in the series, at most {@code reach}. */
  static double reach(double[] derivatives, int order, double reach) {
    double leading = Math.abs(term(derivatives, order, 1));
    double scale = reach;
    for (int k = order + 1; k < derivatives.length; k++) {
      double higher = Math.abs(term(derivatives, k, 1));
      if (higher > 0) {
        scale = Math.min(scale, Math.pow(leading / higher, 1.0 / (k - order)));
      }
    }
    return scale;
  }

  private static double term(double[] derivatives, int order, double step) {
    return derivatives[order] * Math.pow(step, order) / CombinatoricsUtils.factorialDouble(order);
  }

  private static double root(Curve curve, int order, double near) {
    double x = near;
    for (int i = 0; i < NEWTON_STEPS; i++) {
      double[] derivatives = curve.derivatives(order + 1, x);
      double step = derivatives[order] / derivatives[order + 1];
      if (!Double.isFinite(step)) {
        return x;
      }
      x -= step;
    }
    return x;
  }
}
