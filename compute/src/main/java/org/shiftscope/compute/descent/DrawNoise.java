package org.shiftscope.compute.descent;

import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Dynamics;

/**
 * Draws the noise that dynamics add to the mean gradients of SGD. Each ξ_k is a stream of its own,
 * {@code noise/k}, so that SGD goes on at any step with the same numbers and keeps nothing for it.
 */
public final class DrawNoise {

  private final Dynamics.Noise noise;
  private final int batchSize;
  private final RandomStreams streams;
  private final double[] added;
  private double[] last;
  private double[] next;
  private long drawn = -1;

  /**
   * Prepares.
   *
   * @param batchSize B, at least 1
   * @param dimension d
   * @param streams {@code noise} is split off
   */
  public DrawNoise(Dynamics.Noise noise, int batchSize, int dimension, RandomStreams streams) {
    this.noise = noise;
    this.batchSize = batchSize;
    this.streams = streams.split("noise");
    added = new double[dimension];
    last = new double[dimension];
    next = new double[dimension];
  }

  /**
   * What a step's mean gradient gets.
   *
   * @param step counted from 0
   * @param rate η of the step, above 0
   * @return shape [d], overwritten by the next call
   */
  public double[] at(long step, double rate) {
    switch (noise) {
      case Dynamics.Isotropic(double epsilon) -> {
        draw(step, next);
        scale(Dynamics.Isotropic.ofMean(epsilon, batchSize));
      }
      case Dynamics.AntiPgd(double sigma) -> {
        if (drawn != step) {
          draw(step, next);
        }
        double[] free = last;
        last = next;
        next = free;
        draw(step + 1, next);
        drawn = step + 1;
        apart(-sigma / rate);
      }
    }
    return added;
  }

  private void scale(double size) {
    for (int i = 0; i < added.length; i++) {
      added[i] = size * next[i];
    }
  }

  /** θ moves by −η times this: by σ (ξ_{k+1} − ξ_k). */
  private void apart(double size) {
    for (int i = 0; i < added.length; i++) {
      added[i] = size * (next[i] - last[i]);
    }
  }

  /** By the ziggurat method (McFarland 2016). {@code into}: overwritten with ξ_k. */
  private void draw(long k, double[] into) {
    SharedStateContinuousSampler normal =
        ZigguratSampler.NormalizedGaussian.of(streams.split(k).fastGenerator());
    for (int i = 0; i < into.length; i++) {
      into[i] = normal.sample();
    }
  }
}
