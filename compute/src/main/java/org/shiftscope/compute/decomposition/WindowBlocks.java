package org.shiftscope.compute.decomposition;

import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.statistics.Jackknife;

/**
 * The blocks of successive iterates of a window, which tell the errors of what is measured over it:
 * iterates are correlated, and blocks that are long against the correlation time are nearly not.
 * Few long blocks are taken rather than many short ones; with 8 an interval is 1.2 times as wide as
 * if the error were known.
 */
final class WindowBlocks {

  /** How many. */
  static final int BLOCKS = 8;

  private WindowBlocks() {}

  /** The terms, over all iterates and without each block. {@code overlaps}: of at least 8. */
  static Jackknife<Terms> jackknife(Overlaps overlaps) {
    return new Jackknife<>(
        Terms.of(overlaps),
        IntStream.range(0, BLOCKS)
            .mapToObj(block -> Terms.of(overlaps, rest(overlaps.iterates(), block)))
            .toList());
  }

  /** By how many errors a number must differ from 0 to differ at 5 %: Student's t. */
  static double errorsAtFivePercent() {
    return new TDistribution(BLOCKS - 1).inverseCumulativeProbability(0.975);
  }

  /** The first iterate of a block; of {@code BLOCKS}, the end. */
  static int begin(int iterates, int block) {
    return (int) ((long) iterates * block / BLOCKS);
  }

  private static int[] rest(int iterates, int block) {
    int from = begin(iterates, block);
    int to = begin(iterates, block + 1);
    return IntStream.range(0, iterates).filter(i -> i < from || i >= to).toArray();
  }
}
