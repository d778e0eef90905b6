package org.shiftscope.compute.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Corrects p-values for their number (Holm 1979): whatever the tests have to do with each other,
 * any of those that hold is refused at most at the level.
 */
public final class Holm {

  private Holm() {}

  /**
   * The adjusted p, each at most 1.
   *
   * @param pValues shape [n], not modified; NaN where a test tells nothing, which counts as none
   * @return shape [n]; NaN where p is
   */
  public static double[] adjust(double[] pValues) {
    int[] ascending =
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .mapToInt(i -> i)
            .toArray();
    long tests = Arrays.stream(pValues).filter(p -> !Double.isNaN(p)).count();
    double[] adjusted = new double[pValues.length];
    double largest = 0;
    for (int rank = 0; rank < ascending.length; rank++) {
      double p = pValues[ascending[rank]];
      largest = Math.max(largest, Math.min(1, (tests - rank) * p));
      adjusted[ascending[rank]] = Double.isNaN(p) ? Double.NaN : largest;
    }
    return adjusted;
  }
}
