package org.shiftscope.compute.spec;

/** What follows a hidden layer, element by element. */
public enum Activation implements Named {
  /** max(0, z): the paper's. Its kinks stop descent before a strict minimum. */
  RELU("relu", "ReLU"),
  /** tanh z: smooth, so that strict minima exist. */
  TANH("tanh", "tanh"),
  /**
   * z Φ(z), Φ the standard normal distribution function, by the error function and not by its
   * approximation with tanh (Hendrycks and Gimpel 2016, arXiv 1606.08415): smooth, and close to
   * ReLU.
   */
  GELU("gelu", "GELU");

  private final String id;
  private final String title;

  Activation(String id, String title) {
    this.id = id;
    this.title = title;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return title;
  }
}
