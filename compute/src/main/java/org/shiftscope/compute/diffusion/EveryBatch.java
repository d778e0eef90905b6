package org.shiftscope.compute.diffusion;

import java.util.function.BiConsumer;

/**
 * All minibatches that can be drawn with replacement, each with its probability: the multisets of B
 * of N samples, (N + B − 1 choose B) of them.
 */
final class EveryBatch {

  private EveryBatch() {}

  /**
   * Goes through all of them.
   *
   * @param visitor hears how often each sample was drawn, shape [samples], in an array that is used
   *     again, and the probability
   */
  static void each(int samples, int batchSize, BiConsumer<int[], Double> visitor) {
    visit(new int[samples], 0, batchSize, 1, visitor);
  }

  /** The multinomial probability B! / Π n_i! · N^−B, factor by factor. */
  private static void visit(
      int[] drawn, int sample, int left, double probability, BiConsumer<int[], Double> visitor) {
    if (sample == drawn.length - 1) {
      drawn[sample] = left;
      visitor.accept(drawn, probability * Math.pow(1.0 / drawn.length, left));
      drawn[sample] = 0;
      return;
    }
    double factor = probability;
    for (int n = 0; n <= left; n++) {
      drawn[sample] = n;
      visit(drawn, sample + 1, left - n, factor, visitor);
      factor *= (left - n) / ((n + 1.0) * drawn.length);
    }
    drawn[sample] = 0;
  }
}
