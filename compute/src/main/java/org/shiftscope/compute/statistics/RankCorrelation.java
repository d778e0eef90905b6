package org.shiftscope.compute.statistics;

import java.util.Arrays;

/**
 * Spearman's ρ: Pearson's correlation of the ranks, equal numbers sharing the mean of theirs
 * (Spearman 1904). The order is found once, so that a resample, which counts each pair some number
 * of times, costs n operations and no sorting.
 */
public final class RankCorrelation {

  private final Groups x;
  private final Groups y;

  /**
   * Takes the pairs, none of them NaN.
   *
   * @param x shape [n]; not modified
   * @param y shape [n]; not modified
   */
  public RankCorrelation(double[] x, double[] y) {
    this.x = Groups.of(x);
    this.y = Groups.of(y);
  }

  /** ρ, −1 to 1; NaN where x or y are all equal. */
  public double rho() {
    double[] once = new double[x.of().length];
    Arrays.fill(once, 1);
    return rho(once);
  }

  /**
   * ρ of a resample.
   *
   * @param weights how often each pair is counted, shape [n]; not modified
   */
  public double rho(double[] weights) {
    double[] xRank = x.midranks(weights);
    double[] yRank = y.midranks(weights);
    double drawn = 0;
    for (double weight : weights) {
      drawn += weight;
    }
    double middle = (drawn + 1) / 2;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < weights.length; i++) {
      double dx = xRank[x.of()[i]] - middle;
      double dy = yRank[y.of()[i]] - middle;
      xx += weights[i] * dx * dx;
      yy += weights[i] * dy * dy;
      xy += weights[i] * dx * dy;
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }
}
