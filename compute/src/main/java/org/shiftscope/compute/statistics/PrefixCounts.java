package org.shiftscope.compute.statistics;

/**
 * Counts numbers from 0 to n − 1, and those below one of them, in log n operations (Fenwick 1994).
 */
final class PrefixCounts {

  private final int[] tree;

  PrefixCounts(int n) {
    tree = new int[n + 1];
  }

  /** Counts a number, 0 to n − 1. */
  void add(int number) {
    for (int i = number + 1; i < tree.length; i += i & -i) {
      tree[i]++;
    }
  }

  /** How many of those counted are below a number, 0 to n. */
  int before(int number) {
    int count = 0;
    for (int i = number; i > 0; i -= i & -i) {
      count += tree[i];
    }
    return count;
  }
}
