package org.shiftscope.compute.decomposition;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.statistics.Spread;

/**
 * Standard errors of terms over a window by leaving out one block of successive iterates at a time
 * (Künsch 1989, The jackknife and the bootstrap for general stationary observations): the iterates
 * are correlated, and blocks that are long against the correlation time are nearly not. Few long
 * blocks are taken rather than many short ones; with 8 an interval is 1.2 times as wide as if the
 * error were known.
 */
public final class LeaveBlockOut {

  /** Blocks of the window. */
  public static final int BLOCKS = 8;

  private final List<Terms> without;

  /**
   * Takes the terms without each block.
   *
   * @param overlaps of at least 8 iterates
   */
  public LeaveBlockOut(Overlaps overlaps) {
    without =
        IntStream.range(0, BLOCKS)
            .mapToObj(block -> Terms.of(overlaps, rest(overlaps.iterates(), block)))
            .toList();
  }

  /** The standard error of a number of the terms; of BLOCKS − 1 degrees of freedom. */
  public double errorOf(ToDoubleFunction<Terms> number) {
    return error(without.stream().mapToDouble(number).toArray());
  }

  /** The standard error by the values without each block. {@code without}: not modified. */
  static double error(double[] without) {
    Spread spread = Spread.of(without);
    return (spread.count() - 1) / Math.sqrt(spread.count()) * spread.deviation();
  }

  /** By how many errors a number must differ from 0 to differ at 5 %: Student's t. */
  public static double errorsAtFivePercent() {
    return new TDistribution(BLOCKS - 1).inverseCumulativeProbability(0.975);
  }

  /** The first iterate of a block; of {@code BLOCKS}, the end. */
  public static int begin(int iterates, int block) {
    return (int) ((long) iterates * block / BLOCKS);
  }

  private static int[] rest(int iterates, int block) {
    int from = begin(iterates, block);
    int to = begin(iterates, block + 1);
    return IntStream.range(0, iterates).filter(i -> i < from || i >= to).toArray();
  }
}
