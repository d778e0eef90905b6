package org.shiftscope.compute.steadystate;

/** The loss of single samples of a small model, in float64. Never modified: safe for threads. */
interface SampleLoss {

  /** Number of parameters d. */
  int dimension();

  /** Number of samples N. */
  int samples();

  /** A point near a minimum, to search from; shape [d], fresh. */
  double[] start();

  /** ℓ of a sample, from 0. {@code theta}: shape [d], not modified. */
  double loss(int sample, double[] theta);

  /**
   * Adds weight · ∇ℓ of a sample.
   *
   * @param theta shape [d], not modified
   * @param gradient shape [d], modified
   */
  void addGradient(int sample, double[] theta, double weight, double[] gradient);
}
