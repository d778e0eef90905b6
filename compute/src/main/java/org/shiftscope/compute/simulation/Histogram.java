package org.shiftscope.compute.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.statistics.Uncertain;

/**
 * How often the bins were visited, block by block of independent walkers, and what the blocks'
 * spread says about the error.
 */
public final class Histogram {

  private final Bins bins;
  private final double[][] blocks;
  private final double[] weights;
  private final double[] shares;
  private final double[] ends;

  /**
   * From counts.
   *
   * @param counts visits, shape [blocks · bins], block by block, each block with at least one; not
   *     modified
   * @param ends where the walkers ended, shape [walkers]; copied
   */
  Histogram(Bins bins, double[] counts, double[] ends) {
    this.bins = bins;
    this.ends = ends.clone();
    int size = bins.count();
    double all = Arrays.stream(counts).sum();
    blocks = new double[counts.length / size][size];
    weights = new double[blocks.length];
    for (int b = 0; b < blocks.length; b++) {
      double inBlock = Arrays.stream(counts, b * size, (b + 1) * size).sum();
      weights[b] = inBlock / all;
      for (int i = 0; i < size; i++) {
        blocks[b][i] = counts[b * size + i] / inBlock;
      }
    }
    shares = weighted(weights);
  }

  /**
   * From counts of what did not keep its walkers.
   *
   * @param counts visits, shape [blocks · bins], as above
   */
  public static Histogram of(Bins bins, double[] counts) {
    return new Histogram(bins, counts, new double[0]);
  }

  /** The bins. */
  public Bins bins() {
    return bins;
  }

  /** The share of all visits in each bin, shape [bins]. Sums to 1. */
  public double[] shares() {
    return shares.clone();
  }

  /** Shares over the bins' width: a density, shape [bins]. */
  public double[] density() {
    return Arrays.stream(shares).map(share -> share / bins.width()).toArray();
  }

  /** Where the walkers ended, shape [walkers]. */
  public double[] ends() {
    return ends.clone();
  }

  /** Number of independent blocks of walkers. */
  public int blocks() {
    return blocks.length;
  }

  /**
   * The mean over all visits of a function that is constant on each bin, with its standard error
   * from the blocks.
   *
   * @param values shape [bins], not modified
   */
  public Uncertain mean(double... values) {
    if (values.length != bins.count()) {
      throw new IllegalArgumentException(values.length + " values for " + bins.count() + " bins");
    }
    double mean = Vectors.dot(shares, values);
    double squares = 0;
    for (int b = 0; b < blocks.length; b++) {
      double deviation = weights[b] * (Vectors.dot(blocks[b], values) - mean);
      squares += deviation * deviation;
    }
    int freedom = blocks.length - 1;
    return new Uncertain(mean, Math.sqrt(squares * blocks.length / freedom), freedom);
  }

  /**
   * The standard error of each share, shape [bins], from the spread of the blocks. NaN where there
   * is one block only.
   */
  public double[] errors() {
    double[] errors = new double[bins.count()];
    for (int i = 0; i < errors.length; i++) {
      double[] inBin = new double[errors.length];
      inBin[i] = 1;
      errors[i] = mean(inBin).error();
    }
    return errors;
  }

  /** The shares without one of the blocks, shape [bins]. */
  double[] sharesWithout(int block) {
    double[] others =
        IntStream.range(0, weights.length)
            .mapToDouble(b -> b == block ? 0 : weights[b] / (1 - weights[block]))
            .toArray();
    return weighted(others);
  }

  private double[] weighted(double[] of) {
    double[] sum = new double[bins.count()];
    for (int b = 0; b < blocks.length; b++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += of[b] * blocks[b][i];
      }
    }
    return sum;
  }
}
