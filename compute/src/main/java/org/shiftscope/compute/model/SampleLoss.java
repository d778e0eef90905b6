package org.shiftscope.compute.model;

/** The loss of single samples of a small model, in float64. Never modified: safe for threads. */
public interface SampleLoss {

  /** Inputs, shape [N][inputs]; shared, not to be modified. */
  double[][] x();

  /** The parameters that were planted, near a minimum; shape [d], shared, not to be modified. */
  double[] truth();

  /** Number of parameters d. */
  default int dimension() {
    return truth().length;
  }

  /** Number of samples N. */
  default int samples() {
    return x().length;
  }

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
