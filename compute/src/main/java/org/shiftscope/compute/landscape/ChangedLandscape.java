package org.shiftscope.compute.landscape;

import java.util.Arrays;
import org.hipparchus.util.CombinatoricsUtils;
import org.shiftscope.compute.curve.CoordinateMap;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.LossLandscape;

/**
 * A landscape as functions of φ = r(x), by their own power series in φ: that of r⁻¹ from that of r,
 * and the losses' and the noise's by composition.
 *
 * <p>SGD's Langevin equation dx = −L′ dt + √(T c) dW becomes, by Itô's formula, dφ = (−A + T I) dt
 * + √(T C̃) dW with A = (dφ/dx)² dL̃/dφ, C̃ = c (dφ/dx)² and Itô's term I = ½ c d²φ/dx².
 */
final class ChangedLandscape {

  /**
   * Of a series: the map's goes two orders further, and curves know {@link Curve#HIGHEST_ORDER}.
   */
  static final int HIGHEST_ORDER = Curve.HIGHEST_ORDER - 2;

  private final LossLandscape landscape;
  private final CoordinateMap map;

  ChangedLandscape(LossLandscape landscape, CoordinateMap map) {
    this.landscape = landscape;
    this.map = map;
  }

  CoordinateMap map() {
    return map;
  }

  /**
   * The functions of φ about one place, by their power series. Shapes [order + 1].
   *
   * @param train L̃_tr(φ) = L_tr(x(φ))
   * @param test L̃_te(φ) = L_te(x(φ))
   * @param noise C̃ = c (dφ/dx)²
   * @param climb A = (dφ/dx)² dL̃_tr/dφ: minus the drift at T = 0
   * @param ito I = ½ c d²φ/dx²
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Local(double[] train, double[] test, double[] noise, double[] climb, double[] ito) {}

  /**
   * The functions about a place.
   *
   * @param order of the series, 0 to {@link #HIGHEST_ORDER}
   */
  Local at(int order, double phi) {
    double x = map.x(phi);
    double[] r = map.series(order + 2, x);
    double[] inverse = PowerSeries.inverse(Arrays.copyOf(r, order + 2), x);
    double[] slope = PowerSeries.derivative(r);
    double[] bend = PowerSeries.derivative(slope);
    double[] jacobian = PowerSeries.of(Arrays.copyOf(slope, order + 2), inverse);
    double[] metric = PowerSeries.times(jacobian, jacobian);
    double[] noise = composed(landscape.noise(), x, inverse);
    double[] train = composed(landscape.train(), x, inverse);
    double[] climb = PowerSeries.times(PowerSeries.derivative(train), metric);
    double[] turned = PowerSeries.of(Arrays.copyOf(bend, order + 2), inverse);
    double[] ito = PowerSeries.times(turned, noise);
    Arrays.setAll(ito, n -> ito[n] / 2);
    return new Local(
        Arrays.copyOf(train, order + 1),
        Arrays.copyOf(composed(landscape.train(), x - landscape.shift(), inverse), order + 1),
        Arrays.copyOf(PowerSeries.times(noise, metric), order + 1),
        Arrays.copyOf(climb, order + 1),
        Arrays.copyOf(ito, order + 1));
  }

  /** A curve about a place, as a series in φ. */
  private static double[] composed(Curve curve, double at, double[] inverse) {
    double[] series = curve.derivatives(inverse.length - 1, at);
    Arrays.setAll(series, n -> series[n] / CombinatoricsUtils.factorialDouble(n));
    return PowerSeries.of(series, inverse);
  }
}
