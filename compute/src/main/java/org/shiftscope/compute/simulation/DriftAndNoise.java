package org.shiftscope.compute.simulation;

/**
 * What moves a walker in one dimension, dx = −L′(x) dt + √(T c(x)) dW (Eq. 11 of the paper, Itô).
 */
@FunctionalInterface
public interface DriftAndNoise {

  /**
   * Evaluates both at many points at once.
   *
   * @param x the points, shape [n], not modified
   * @param drift −L′(x), shape [n], modified
   * @param noise c(x), the variance of the per-sample gradient, at least 0, shape [n], modified
   */
  void at(double[] x, double[] drift, double[] noise);
}
