package org.shiftscope.compute.finding;

import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.statistics.ShuffleWithin;
import org.shiftscope.compute.statistics.ShuffleWithin.Found;

/**
 * How two quantities of trials go together by their ranks.
 *
 * @param overall ranks among all trials
 * @param within ranks within each group of them
 */
public record RanksTogether(Ranks overall, Ranks within) {

  /**
   * Spearman's ρ, and how often shuffles give as large a one.
   *
   * @param n trials, in groups of two and more
   * @param groups such groups
   * @param rho −1 to 1; NaN where there is none
   * @param p two-sided; NaN where ρ is
   */
  public record Ranks(int n, int groups, double rho, double p) {

    private static Ranks of(Found found) {
      return new Ranks(found.n(), found.groups(), found.rho(), found.p());
    }
  }

  /**
   * Both.
   *
   * @param groups of each trial, its temperature say, shape [n]; not modified
   * @param x shape [n], finite; not modified
   * @param y shape [n], finite; not modified
   * @param stream what is drawn from
   */
  public static RanksTogether of(double[] groups, double[] x, double[] y, RandomStreams stream) {
    return new RanksTogether(
        Ranks.of(ShuffleWithin.of(new double[x.length], x, y, stream)),
        Ranks.of(ShuffleWithin.of(groups, x, y, stream)));
  }
}
