package org.shiftscope.compute.simulation;

import java.util.Optional;
import org.shiftscope.compute.random.GeneratorState;

/**
 * An ensemble between two steps of one of its blocks.
 *
 * @param counts visits to each bin, whole numbers, shape [blocks entered · bins]
 * @param ends where the walkers of the blocks done ended, shape [walkers done]
 * @param within the block that is not done; empty between two blocks
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record EnsembleState(double[] counts, double[] ends, Optional<Block> within) {

  static final EnsembleState START =
      new EnsembleState(new double[0], new double[0], Optional.empty());

  /**
   * A block after some of its steps.
   *
   * @param step steps done
   * @param x where its walkers are, shape [walkers of the block]
   * @param random where their generator stands
   */
  public record Block(long step, double[] x, GeneratorState random) {}

  /** What the bins saw, once all blocks are done. */
  public Histogram histogram(Bins bins) {
    return new Histogram(bins, counts, ends);
  }
}
