package org.shiftscope.compute.statistics;

import java.util.Collection;
import java.util.List;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/**
 * Rank correlation within groups, pooled: ranks are taken in each group alone and about its middle,
 * and correlated over all groups, so that what sets the groups apart does not count.
 */
public final class WithinGroups {

  private WithinGroups() {}

  /**
   * The pooled ρ.
   *
   * @param groups places in the arrays, each in one group
   * @param x shape [n]; not modified
   * @param y shape [n]; not modified
   * @return −1 to 1; NaN where no group has two different x and y
   */
  public static double rho(Collection<List<Integer>> groups, double[] x, double[] y) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (List<Integer> group : groups) {
      double[] dx = ranks(group, x);
      double[] dy = ranks(group, y);
      for (int i = 0; i < dx.length; i++) {
        xx += dx[i] * dx[i];
        yy += dy[i] * dy[i];
        xy += dx[i] * dy[i];
      }
    }
    return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Double.NaN;
  }

  /** Ranks about their middle. */
  private static double[] ranks(List<Integer> group, double[] values) {
    double[] ranks =
        new NaturalRanking(TiesStrategy.AVERAGE)
            .rank(group.stream().mapToDouble(i -> values[i]).toArray());
    double middle = (ranks.length + 1) / 2.0;
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] -= middle;
    }
    return ranks;
  }
}
