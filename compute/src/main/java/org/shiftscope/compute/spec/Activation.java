package org.shiftscope.compute.spec;

/** What follows a hidden layer, element by element. */
public enum Activation implements Named {
  /** max(0, z): the paper's. Its kinks stop descent before a strict minimum. */
  RELU("ReLU"),
  /** tanh z: smooth, so that strict minima exist. */
  TANH("tanh"),
  /**
   * z Φ(z), Φ the standard normal distribution function, by the error function and not by its
   * approximation with tanh (Hendrycks and Gimpel 2016, arXiv 1606.08415): smooth, and close to
   * ReLU.
   */
  GELU("GELU");

  private final String title;

  Activation(String title) {
    this.title = title;
  }

  @Override
  public String title() {
    return title;
  }
}
