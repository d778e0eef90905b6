package org.shiftscope.compute.network;

import java.util.Arrays;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * Batch norm (Ioffe and Szegedy 2015, arXiv 1502.03167) over the samples and pixels of each
 * channel: y = γ x̂ + β, x̂ = (x − μ) / √(σ² + ε), with x [samples, height, width, channels], γ and
 * β [channels]. In SGD, μ and σ² (the biased variance) are the minibatch's, and move the running
 * ones; everywhere else they are the running ones, so that the loss is a smooth function of the
 * parameters, and a sample's does not depend on its neighbours: decision 011. Never the first
 * layer.
 */
record BatchNorm(int height, int width, int channels) implements LayerShape {

  /** ε, the default of PyTorch. */
  static final double EPSILON = 1e-5;

  /** The share of the minibatch in the running statistics, the default of PyTorch. */
  static final double MOMENTUM = 0.1;

  @Override
  public long[] outputShape() {
    return new long[] {height, width, channels};
  }

  /** γ, then β. */
  @Override
  public int parameterCount() {
    return 2 * channels;
  }

  @Override
  public int biasCount() {
    return channels;
  }

  /** Means of 0, then variances of 1. */
  @Override
  public double[] initialStatistics() {
    double[] statistics = new double[2 * channels];
    Arrays.fill(statistics, channels, 2 * channels, 1);
    return statistics;
  }

  @Override
  public Layer bind(Wires wires, Operations operations) {
    return new BoundBatchNorm(channels, wires, operations);
  }
}
