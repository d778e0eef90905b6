package org.shiftscope.compute.model;

/** The logistic function. */
final class Logistic {

  private Logistic() {}

  /** σ(z) = 1 / (1 + exp(−z)). */
  static double of(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
