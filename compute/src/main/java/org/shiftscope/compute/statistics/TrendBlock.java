package org.shiftscope.compute.statistics;

import java.util.Arrays;

/**
 * Jonckheere and Terpstra's J in one block, with its distribution over all ways to deal the block's
 * values to its groups.
 *
 * @param statistic J
 * @param expected its mean
 * @param variance its variance, corrected for ties
 * @param tied whether any two values are equal
 * @param sizes of the groups, shape [groups]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record TrendBlock(
    double statistic, double expected, double variance, boolean tied, double[] sizes) {

  /** Counts beyond are not exact in a double. */
  private static final double MOST_ARRANGEMENTS = 0x1p53;

  /**
   * Takes the values of a block.
   *
   * @param group what orders the groups, shape [n]; not modified
   * @param value none of them NaN, shape [n]; not modified
   */
  static TrendBlock of(double[] group, double[] value) {
    double[] once = new double[value.length];
    Arrays.fill(once, 1);
    Groups groups = Groups.of(group);
    Groups values = Groups.of(value);
    double[] sizes = groups.sizes(once);
    double n = value.length;
    return new TrendBlock(
        statistic(groups, values),
        (n * n - Arrays.stream(sizes).map(size -> size * size).sum()) / 4,
        variance(n, sizes, values.sizes(once)),
        values.count() < value.length,
        sizes);
  }

  /** Whether the distribution can be counted: without ties, and all counts exact in doubles. */
  boolean countable() {
    return !tied && arrangements() < MOST_ARRANGEMENTS;
  }

  /** The probabilities of J = 0, 1, …, of a countable block. */
  double[] probabilities() {
    double[] counts = {1};
    double dealt = 0;
    for (double size : sizes) {
      for (double i = 1; i <= size; i++) {
        dealt++;
        counts = timesGaussian(counts, (int) dealt, (int) i);
      }
    }
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts).map(count -> count / all).toArray();
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
    if (n < 2) {
      return 0;
    }
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

  /** How many ways there are to deal n values to the groups: n! / Π n_g!. */
  private double arrangements() {
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
