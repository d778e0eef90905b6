package org.shiftscope.compute.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;
import org.shiftscope.compute.random.RandomStreams;

/**
 * Spearman's ρ of pairs in groups, pooled as {@link WithinGroups} does, and how often chance alone
 * gives as large a |ρ|: y is shuffled within each group alone (Good 2005, section 3.7). With one
 * group of all pairs it is the plain permutation test of Spearman's ρ.
 *
 * <p>Right where the pairs of a group could be exchanged. Costs n operations for each shuffle, of
 * which there are {@value #MOST}, or fewer where n is above 1,000.
 */
public final class ShuffleWithin {

  private static final int MOST = 9_999;
  private static final double BUDGET = 1e7;

  private ShuffleWithin() {}

  /**
   * What was found.
   *
   * @param n pairs in groups of two and more
   * @param groups groups of two and more pairs
   * @param rho −1 to 1; NaN where no group has two different x and two different y
   * @param p share of shuffles with as large a |ρ|, two-sided, the pairs as they are counted as one
   *     of them; NaN where ρ is
   */
  public record Found(int n, int groups, double rho, double p) {}

  /**
   * Tests.
   *
   * @param groups of each pair, shape [n]; not modified
   * @param x shape [n], finite; not modified
   * @param y shape [n], finite; not modified
   * @param stream what is drawn from
   */
  public static Found of(double[] groups, double[] x, double[] y, RandomStreams stream) {
    List<int[]> members = members(groups);
    int n = members.stream().mapToInt(group -> group.length).sum();
    List<double[]> xs = members.stream().map(group -> ranks(group, x)).toList();
    List<double[]> ys = members.stream().map(group -> ranks(group, y)).toList();
    double size = Math.sqrt(dot(xs, xs) * dot(ys, ys));
    if (!(size > 0)) {
      return new Found(n, members.size(), Double.NaN, Double.NaN);
    }
    double seen = dot(xs, ys) / size;
    return new Found(n, members.size(), seen, p(xs, ys, size, seen, stream));
  }

  private static double p(
      List<double[]> xs, List<double[]> ys, double size, double seen, RandomStreams stream) {
    UniformRandomProvider random = stream.split("shuffle-within").fastGenerator();
    int n = xs.stream().mapToInt(group -> group.length).sum();
    int shuffles = (int) Math.min(MOST, BUDGET / n);
    int reached = 1;
    for (int i = 0; i < shuffles; i++) {
      ys.forEach(group -> shuffle(group, random));
      // Shuffles that change nothing reach it but for round-off.
      reached += Math.abs(dot(xs, ys) / size) >= Math.abs(seen) - 1e-12 ? 1 : 0;
    }
    return reached / (shuffles + 1.0);
  }

  /** The places of the pairs of each group that has two and more. */
  private static List<int[]> members(double[] groups) {
    Map<Double, List<Integer>> by = new TreeMap<>();
    for (int i = 0; i < groups.length; i++) {
      by.computeIfAbsent(groups[i], _ -> new ArrayList<>()).add(i);
    }
    return by.values().stream()
        .filter(group -> group.size() > 1)
        .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** Ranks about their middle, equal numbers sharing the mean of theirs; a fresh array. */
  private static double[] ranks(int[] group, double[] values) {
    double[] ranks =
        new NaturalRanking(TiesStrategy.AVERAGE)
            .rank(Arrays.stream(group).mapToDouble(i -> values[i]).toArray());
    double middle = (ranks.length + 1) / 2.0;
    Arrays.setAll(ranks, i -> ranks[i] - middle);
    return ranks;
  }

  private static double dot(List<double[]> a, List<double[]> b) {
    double sum = 0;
    for (int group = 0; group < a.size(); group++) {
      double[] one = a.get(group);
      double[] other = b.get(group);
      for (int i = 0; i < one.length; i++) {
        sum += one[i] * other[i];
      }
    }
    return sum;
  }

  /** Fisher–Yates. Modified. */
  private static void shuffle(double[] values, UniformRandomProvider random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      double kept = values[i];
      values[i] = values[j];
      values[j] = kept;
    }
  }
}
