package org.shiftscope.compute.statistics;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * The test of Jonckheere (1954) and Terpstra (1952) for a trend over ordered groups: J counts the
 * pairs of a lower and a higher group in which the value of the higher group is larger, ties by one
 * half. Without a trend J is about half of all such pairs.
 *
 * <p>p is two-sided. Without ties, and while the arrangements can be counted in doubles exactly, it
 * is exact: the numbers of arrangements with J = j are the coefficients of the Gaussian multinomial
 * (Harding 1984). Otherwise it is by the normal approximation with the variance corrected for ties
 * (Hollander and Wolfe 1999, section 6.2).
 *
 * <p>The test takes all values for independent. Seeds that share their start over the temperatures
 * make it cautious: what the seeds differ by at every temperature counts as noise.
 *
 * @param statistic J
 * @param expected its mean without a trend
 * @param z (J − expected) / its deviation without a trend: above 0 for a rise
 * @param pValue two-sided
 * @param exact whether p is exact
 */
public record JonckheereTerpstra(
    double statistic, double expected, double z, double pValue, boolean exact) {

  /** Counts beyond are not exact in a double. */
  private static final double MOST_ARRANGEMENTS = 0x1p53;

  /**
   * Tests.
   *
   * @param group what orders the groups, shape [n]; not modified
   * @param value the values, none of them NaN, shape [n]; not modified
   * @return p and z NaN where there are fewer than two groups, or all values are equal
   */
  public static JonckheereTerpstra of(double[] group, double[] value) {
    double[] once = new double[value.length];
    Arrays.fill(once, 1);
    Groups groups = Groups.of(group);
    Groups values = Groups.of(value);
    double[] sizes = groups.sizes(once);
    double[] ties = values.sizes(once);
    double n = value.length;
    double statistic = statistic(groups, values);
    double expected = (n * n - Arrays.stream(sizes).map(size -> size * size).sum()) / 4;
    double z = (statistic - expected) / Math.sqrt(variance(n, sizes, ties));
    boolean exact = values.count() == value.length && arrangements(sizes) < MOST_ARRANGEMENTS;
    double pValue = !Double.isFinite(z) ? Double.NaN : exact ? exact(statistic, sizes) : normal(z);
    return new JonckheereTerpstra(
        statistic, expected, Double.isFinite(z) ? z : Double.NaN, pValue, exact);
  }

  /** J, group by group: each value against the counts of those in lower groups. */
  private static double statistic(Groups groups, Groups values) {
    int[][] members = members(groups, values);
    var below = new PrefixCounts(values.count());
    double statistic = 0;
    for (int[] group : members) {
      for (int value : group) {
        statistic += (below.before(value) + below.before(value + 1)) / 2.0;
      }
      Arrays.stream(group).forEach(below::add);
    }
    return statistic;
  }

  private static int[][] members(Groups groups, Groups values) {
    int[][] members = new int[groups.count()][];
    double[] once = new double[groups.of().length];
    Arrays.fill(once, 1);
    double[] sizes = groups.sizes(once);
    Arrays.setAll(members, g -> new int[(int) sizes[g]]);
    int[] filled = new int[groups.count()];
    for (int i = 0; i < groups.of().length; i++) {
      int group = groups.of()[i];
      members[group][filled[group]++] = values.of()[i];
    }
    return members;
  }

  private static double variance(double n, double[] sizes, double[] ties) {
    double plain =
        n * (n - 1) * (2 * n + 5)
            - Arrays.stream(sizes).map(s -> s * (s - 1) * (2 * s + 5)).sum()
            - Arrays.stream(ties).map(t -> t * (t - 1) * (2 * t + 5)).sum();
    double variance = plain / 72 + pairs(sizes) * pairs(ties) / (8 * n * (n - 1));
    return n < 3
        ? variance
        : variance + triples(sizes) * triples(ties) / (36 * n * (n - 1) * (n - 2));
  }

  private static double pairs(double[] counts) {
    return Arrays.stream(counts).map(c -> c * (c - 1)).sum();
  }

  private static double triples(double[] counts) {
    return Arrays.stream(counts).map(c -> c * (c - 1) * (c - 2)).sum();
  }

  private static double normal(double z) {
    return 2 * new NormalDistribution().cumulativeProbability(-Math.abs(z));
  }

  /** How many ways there are to deal n values to the groups: n! / Π n_g!. */
  private static double arrangements(double[] sizes) {
    double arrangements = 1;
    double dealt = 0;
    for (double size : sizes) {
      for (double i = 1; i <= size; i++) {
        dealt++;
        arrangements = arrangements * dealt / i;
      }
    }
    return arrangements;
  }

  private static double exact(double statistic, double[] sizes) {
    double[] counts = {1};
    double dealt = 0;
    for (double size : sizes) {
      for (double i = 1; i <= size; i++) {
        dealt++;
        counts = timesGaussian(counts, (int) dealt, (int) i);
      }
    }
    double all = Arrays.stream(counts).sum();
    int j = (int) statistic;
    double atMost = Arrays.stream(counts, 0, j + 1).sum() / all;
    double atLeast = Arrays.stream(counts, j, counts.length).sum() / all;
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }

  /** Times (1 − q^a) / (1 − q^b), a ≥ b, which leaves a polynomial. */
  private static double[] timesGaussian(double[] counts, int a, int b) {
    double[] product = new double[counts.length + a - b];
    double[] numerator = Arrays.copyOf(counts, counts.length + a);
    for (int i = 0; i < counts.length; i++) {
      numerator[i + a] -= counts[i];
    }
    for (int i = 0; i < product.length; i++) {
      product[i] = numerator[i] + (i >= b ? product[i - b] : 0);
    }
    return product;
  }
}
