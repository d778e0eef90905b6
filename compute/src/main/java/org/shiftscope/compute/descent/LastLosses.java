package org.shiftscope.compute.descent;

import java.util.Arrays;
import java.util.Optional;
import org.shiftscope.compute.result.LossFall;
import org.shiftscope.compute.statistics.Spread;

/**
 * The minibatch losses of the last fifth of SGD's steps, in {@value #BLOCKS} blocks of successive
 * steps: whether the train loss still falls. Blocks, since minibatches of one epoch share no sample
 * and are no independent draws; the spread over the blocks of a tenth has what is left of that, and
 * of the fall inside the tenth.
 */
final class LastLosses {

  private static final int BLOCKS = 20;

  private final long steps;
  private final double[] sums;

  /**
   * Begins to hear.
   *
   * @param steps of the whole run
   * @param before what was summed before the step from which it goes on; empty at the start
   */
  LastLosses(long steps, double[] before) {
    this.steps = steps;
    sums = before.length == 0 ? new double[BLOCKS] : before.clone();
  }

  /** Hears the loss of a step, counted from 0. */
  void hear(long step, double loss) {
    int block = block(step);
    if (block >= 0) {
      sums[block] += loss;
    }
  }

  /** Those of the first four fifths lie below 0. */
  private int block(long step) {
    long first = steps - length() * BLOCKS;
    return step < first ? -1 : (int) ((step - first) / length());
  }

  private long length() {
    return steps / 5 / BLOCKS;
  }

  /** The sums so far, for a checkpoint: a fresh array, shape [{@value #BLOCKS}]. */
  double[] sums() {
    return sums.clone();
  }

  /** After the last step; empty for a run of too few steps to tell. */
  Optional<LossFall> fall() {
    if (length() == 0) {
      return Optional.empty();
    }
    Spread before = tenth(0);
    Spread last = tenth(BLOCKS / 2);
    return Optional.of(
        new LossFall(before.mean(), last.mean(), Math.hypot(before.error(), last.error())));
  }

  private Spread tenth(int first) {
    return Spread.of(
        Arrays.stream(sums, first, first + BLOCKS / 2).map(sum -> sum / length()).toArray());
  }
}
