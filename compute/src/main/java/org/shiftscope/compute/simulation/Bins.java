package org.shiftscope.compute.simulation;

/**
 * Intervals of equal width that fill a domain.
 *
 * @param from the domain's lower end
 * @param to its upper end, above {@code from}
 * @param count number of intervals, at least 1
 */
public record Bins(double from, double to, int count) {

  public Bins {
    if (!(from < to) || count < 1 || Double.isInfinite(to - from)) {
      throw new IllegalArgumentException(count + " bins from " + from + " to " + to);
    }
  }

  /** The width of an interval. */
  public double width() {
    return (to - from) / count;
  }

  /** The middle of an interval. */
  public double centre(int bin) {
    return from + (bin + 0.5) * width();
  }

  /** The middles of all intervals, shape [count]. */
  public double[] centres() {
    double[] centres = new double[count];
    for (int i = 0; i < count; i++) {
      centres[i] = centre(i);
    }
    return centres;
  }

  /** The interval of a point of the domain; the upper end belongs to the last. */
  public int of(double x) {
    return Math.min(count - 1, (int) ((x - from) * (count / (to - from))));
  }

  /**
   * Adds up neighbours: shares on these bins as shares on coarser ones of the same domain.
   *
   * @param shares shape [count], not modified
   * @param coarser number of the coarser bins, a divisor of {@code count}
   */
  public double[] coarsen(double[] shares, int coarser) {
    if (count % coarser != 0) {
      throw new IllegalArgumentException(count + " bins do not make " + coarser);
    }
    int each = count / coarser;
    double[] sums = new double[coarser];
    for (int i = 0; i < count; i++) {
      sums[i / each] += shares[i];
    }
    return sums;
  }
}
