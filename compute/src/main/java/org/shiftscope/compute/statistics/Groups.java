package org.shiftscope.compute.statistics;

import java.util.Arrays;

/**
 * Which numbers of a row are equal, and in which order: the part of a rank statistic that does not
 * depend on how often each is counted.
 *
 * @param of the group of each number, 0 for the smallest, shape [n]
 * @param count number of groups
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Groups(int[] of, int count) {

  /**
   * Takes the numbers, none of them NaN.
   *
   * @param values shape [n]; not modified
   */
  static Groups of(double[] values) {
    double[] distinct = Arrays.stream(values).sorted().distinct().toArray();
    int[] of = Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(distinct, v)).toArray();
    return new Groups(of, distinct.length);
  }

  /**
   * How many fall into each group.
   *
   * @param weights how often each number is counted, shape [n]
   * @return shape [count]
   */
  double[] sizes(double[] weights) {
    double[] sizes = new double[count];
    for (int i = 0; i < of.length; i++) {
      sizes[of[i]] += weights[i];
    }
    return sizes;
  }

  /** The mean of the ranks that each group takes. Shape [count]. */
  double[] midranks(double[] weights) {
    double[] ranks = sizes(weights);
    double below = 0;
    for (int group = 0; group < count; group++) {
      double size = ranks[group];
      ranks[group] = below + (size + 1) / 2;
      below += size;
    }
    return ranks;
  }
}
