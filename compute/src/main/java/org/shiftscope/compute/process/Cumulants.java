package org.shiftscope.compute.process;

import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * The cumulants κ_1 to κ_6 of a finite set of numbers, each as likely as the others: the gradients
 * of the samples along a direction. SGD draws from just this set, so these are the cumulants of its
 * noise and not estimates of them; no correction for small samples applies.
 */
public final class Cumulants {

  /** The highest order. */
  public static final int ORDERS = 6;

  private Cumulants() {}

  /**
   * κ_1 to κ_6 from the central moments m_n: κ_2 = m_2, κ_3 = m_3, κ_4 = m_4 − 3 m_2², κ_5 = m_5 −
   * 10 m_3 m_2, κ_6 = m_6 − 15 m_4 m_2 − 10 m_3² + 30 m_2³ (Kendall and Stuart, The Advanced Theory
   * of Statistics, Vol. 1, Section 3.14).
   *
   * @param values at least one, not modified
   * @return shape [6]
   */
  public static double[] of(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double[] m = new double[ORDERS + 1];
    for (double value : values) {
      double deviation = value - mean;
      double power = deviation;
      for (int n = 2; n <= ORDERS; n++) {
        power *= deviation;
        m[n] += power / values.length;
      }
    }
    return new double[] {
      mean,
      m[2],
      m[3],
      m[4] - 3 * m[2] * m[2],
      m[5] - 10 * m[3] * m[2],
      m[6] - 15 * m[4] * m[2] - 10 * m[3] * m[3] + 30 * m[2] * m[2] * m[2]
    };
  }

  /**
   * How far the cumulants would move if other samples had been drawn from where these come from:
   * their standard deviations over sets drawn with replacement (Efron's bootstrap).
   *
   * @param values not modified
   * @param sets sets to draw, at least 2
   * @param poll called before each set; may throw to stop
   * @return shape [6]
   */
  public static double[] bootstrapErrors(
      double[] values, int sets, RandomGenerator random, Runnable poll) {
    StreamingStatistics[] spread = new StreamingStatistics[ORDERS];
    Arrays.setAll(spread, i -> new StreamingStatistics());
    double[] drawn = new double[values.length];
    for (int set = 0; set < sets; set++) {
      poll.run();
      Arrays.setAll(drawn, i -> values[random.nextInt(values.length)]);
      double[] cumulants = of(drawn);
      for (int n = 0; n < ORDERS; n++) {
        spread[n].addValue(cumulants[n]);
      }
    }
    return Arrays.stream(spread).mapToDouble(StreamingStatistics::getStandardDeviation).toArray();
  }
}
