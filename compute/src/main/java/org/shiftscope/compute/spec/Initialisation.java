package org.shiftscope.compute.spec;

/**
 * How weights are drawn before training; biases start at 0. Both have mean 0 and the standard
 * deviation √(2 / fan-in) of He et al. 2015 (arXiv 1502.01852, Eq. 10), which keeps the size of the
 * signal through layers of ReLU. For tanh and GELU it is larger than usual, yet still trains.
 */
public enum Initialisation implements Named {
  /** A normal distribution. */
  HE("He: normal"),
  /**
   * A normal distribution N(0, σ²) cut off at ±2σ, with σ = √(2 / fan-in) / 0.8796…, so that the
   * standard deviation after the cut is √(2 / fan-in): {@code he_normal} of Keras and JAX, and
   * their variance scaling with scale 2, fan-in and truncated normal.
   */
  TRUNCATED_NORMAL("Truncated normal");

  private final String title;

  Initialisation(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
