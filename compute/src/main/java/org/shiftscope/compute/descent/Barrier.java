package org.shiftscope.compute.descent;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shiftscope.compute.network.Objective;

/**
 * How high the loss climbs on the straight path from where a refinement starts to where it ends:
 * the largest rise above the lowest point before it, on 21 points. Where it is 0 the loss only
 * falls on the way, so that no barrier lies between the two; where it is not, the end may belong to
 * another basin, or the valley between bends.
 */
final class Barrier {

  private static final int STEPS = 20;

  /** Smaller rises than this part of the loss are rounding, in float32 layers. */
  private static final double ROUNDING = 1e-6;

  private Barrier() {}

  /**
   * Measures; costs 21 losses.
   *
   * @param start shape [d], not modified
   * @param end shape [d], not modified
   * @return in units of loss, at least 0
   */
  static double between(Objective loss, double[] start, double[] end) {
    double[] alphas =
        IntStream.rangeClosed(0, STEPS).mapToDouble(i -> i / (double) STEPS).toArray();
    double[] values = loss.valuesBetween(start, end, alphas);
    double lowest = Double.POSITIVE_INFINITY;
    double rise = 0;
    for (double value : values) {
      lowest = Math.min(lowest, value);
      rise = Math.max(rise, value - lowest);
    }
    double size = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return rise > ROUNDING * size ? rise : 0;
  }
}
