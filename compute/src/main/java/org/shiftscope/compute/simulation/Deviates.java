package org.shiftscope.compute.simulation;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Draws of the noise of a step, of mean 0 and variance 1, independent of each other. */
public interface Deviates {

  /** Where the draws of one block of walkers come from. */
  @FunctionalInterface
  interface Source {
    /** Fills an array, shape [n], modified. */
    void fill(double[] deviates);
  }

  /** The draws from one generator. */
  Source from(UniformRandomProvider random);

  /**
   * Normal deviates: the Langevin equation. By the ziggurat method (McFarland 2016), which is exact
   * in the tails too.
   */
  static Deviates normal() {
    return random -> {
      ContinuousSampler sampler = ZigguratSampler.NormalizedGaussian.of(random);
      return deviates -> {
        for (int i = 0; i < deviates.length; i++) {
          deviates[i] = sampler.sample();
        }
      };
    };
  }

  /**
   * The mean over a minibatch, drawn with replacement, of samples of which half have the gradient
   * L′ + √c and half L′ − √c: SGD itself (Eq. 9) on a loss whose per-sample gradient has mean L′
   * and variance c, scaled by √B to variance 1.
   *
   * @param batchSize B, at least 1
   */
  static Deviates minibatch(int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("A batch of " + batchSize);
    }
    double scale = 1 / Math.sqrt(batchSize);
    return random ->
        deviates -> {
          for (int i = 0; i < deviates.length; i++) {
            deviates[i] = (2 * coins(random, batchSize) - batchSize) * scale;
          }
        };
  }

  private static int coins(UniformRandomProvider random, int count) {
    int heads = 0;
    int left = count;
    for (; left > Long.SIZE; left -= Long.SIZE) {
      heads += Long.bitCount(random.nextLong());
    }
    return heads + Long.bitCount(random.nextLong() >>> (Long.SIZE - left));
  }
}
