package org.shiftscope.compute.statistics;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The ratio of two means over the same draws, r = mean(y) / mean(x), with mean(x) above 0. What is
 * tested of it is tested of the differences y − r x, so that neither the mean in the denominator
 * need be known exactly, nor the two be independent (Fieller 1954); its interval holds the ratios
 * that these t-tests do not refuse.
 *
 * @param moments of the denominator x and the numerator y
 */
public record RatioOfMeans(Moments moments) {

  private static final double LEVEL = 0.95;

  /**
   * Moments of n pairs.
   *
   * @param count n
   * @param x mean of the denominator
   * @param y mean of the numerator
   * @param xx variance of the mean of the denominator
   * @param xy covariance of both means
   * @param yy variance of the mean of the numerator
   */
  public record Moments(int count, double x, double y, double xx, double xy, double yy) {}

  /**
   * Takes the pairs.
   *
   * @param numerator y of each draw, shape [n]; not modified
   * @param denominator x of each draw, shape [n]; not modified
   */
  public static RatioOfMeans of(double[] numerator, double[] denominator) {
    int n = numerator.length;
    double y = Spread.of(numerator).mean();
    double x = Spread.of(denominator).mean();
    double scale = 1.0 / ((double) n * (n - 1));
    return new RatioOfMeans(
        new Moments(
            n,
            x,
            y,
            scale * products(denominator, x, denominator, x),
            scale * products(denominator, x, numerator, y),
            scale * products(numerator, y, numerator, y)));
  }

  private static double products(double[] a, double meanOfA, double[] b, double meanOfB) {
    return IntStream.range(0, a.length).mapToDouble(i -> (a[i] - meanOfA) * (b[i] - meanOfB)).sum();
  }

  /** mean(y) / mean(x). */
  public double value() {
    return moments.y() / moments.x();
  }

  /** y − r x: above 0 where the ratio exceeds r, and mean(x) is above 0. */
  public Uncertain beyond(double r) {
    double variance = moments.yy() - 2 * r * moments.xy() + r * r * moments.xx();
    return new Uncertain(
        moments.y() - r * moments.x(), Math.sqrt(Math.max(0, variance)), moments.count() - 1.0);
  }

  /** Its 95 % interval; none where the denominator's mean cannot be told from 0. */
  public ConfidenceInterval interval() {
    if (moments.count() < 2) {
      return ConfidenceInterval.none();
    }
    double t =
        new TDistribution(moments.count() - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
    double a = moments.x() * moments.x() - t * t * moments.xx();
    double b = moments.x() * moments.y() - t * t * moments.xy();
    double c = moments.y() * moments.y() - t * t * moments.yy();
    double root = Math.sqrt(Math.max(0, b * b - a * c));
    return a > 0 && moments.x() > 0
        ? new ConfidenceInterval((b - root) / a, (b + root) / a)
        : ConfidenceInterval.none();
  }
}
