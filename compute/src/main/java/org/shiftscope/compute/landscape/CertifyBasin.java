package org.shiftscope.compute.landscape;

import java.util.Optional;
import org.shiftscope.compute.certificate.JudgePoint;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.formula.Interval;
import org.shiftscope.compute.result.LowestEigenvalues;
import org.shiftscope.compute.result.MinimumCertificate;
import org.shiftscope.compute.result.MinimumCertificate.Enclosure;
import org.shiftscope.compute.result.MinimumCertificate.Evidence;
import org.shiftscope.compute.result.Series;

/**
 * Certifies the lowest point of a basin by interval arithmetic, from the point alone: steps away
 * from it double until the slope's sign is shown, on both sides. How the point was found does not
 * enter.
 */
final class CertifyBasin {

  /** About 0, doubles go on for a thousand halvings. */
  private static final double LEAST = 0x1p-100;

  private final Curve curve;
  private final Basin basin;

  private CertifyBasin(Curve curve, Basin basin) {
    this.curve = curve;
    this.basin = basin;
  }

  /** Certifies a basin of a curve. */
  static MinimumCertificate of(Curve curve, Basin basin) {
    return JudgePoint.of(new CertifyBasin(curve, basin).evidence());
  }

  private Evidence evidence() {
    Enclosure around = enclosure();
    return new Evidence(
        basin.value(),
        Math.abs(curve.slope(basin.minimum())),
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Optional.empty(),
        basin.order() == 2 ? bend(around) : Optional.empty(),
        Optional.of(around));
  }

  private Enclosure enclosure() {
    double x = basin.minimum();
    double from = x == basin.from() ? x : nearest(basin.from(), -1);
    double to = x == basin.to() ? x : nearest(basin.to(), 1);
    int below = x == from ? sign(x) : Math.min(0, sign(from));
    int above = x == to ? sign(x) : Math.max(0, sign(to));
    return new Enclosure(
        from,
        to,
        below,
        above,
        Math.max(x - from, to - x) / (basin.to() - basin.from()),
        curve.enclose(2, Interval.of(from, to)).isAbove0());
  }

  /**
   * Where the slope is first shown to have the sign that it has on this side of a minimum; the end
   * of the basin where it is nowhere.
   */
  private double nearest(double end, int side) {
    double x = basin.minimum();
    double step = Math.max(Math.ulp(x), LEAST * (basin.to() - basin.from()));
    while (step < Math.abs(end - x)) {
      double place = x + side * step;
      if (sign(place) == side) {
        return place;
      }
      step *= 2;
    }
    return end;
  }

  private int sign(double x) {
    Interval slope = curve.enclose(1, Interval.of(x));
    return slope.isAbove0() ? 1 : slope.isBelow0() ? -1 : 0;
  }

  /** L″ at the point, and its lower bound everywhere between both signs. */
  private Optional<LowestEigenvalues> bend(Enclosure around) {
    Interval bound = curve.enclose(2, Interval.of(around.from(), around.to()));
    double value = basin.derivative();
    return bound.isBounded()
        ? Optional.of(
            new LowestEigenvalues(Series.of(value), Series.of(0), bound.lower(), 0, value, 0))
        : Optional.empty();
  }
}
