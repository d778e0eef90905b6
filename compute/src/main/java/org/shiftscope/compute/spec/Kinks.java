package org.shiftscope.compute.spec;

/** How often a network's loss kinks, by max-pooling or ReLU. */
public enum Kinks {
  /** Smooth. */
  NONE(0, 0),
  /** A dense network with ReLU. */
  FEW(0.65, 0.11),
  /** Max-pooling, or convolutions with ReLU. */
  MANY(4.5, 0),
  /** Many convolutions with ReLU. */
  DEEP(4.5, 0),
  /** Many convolutions, and max-pooling between them. */
  DEEP_POOLING(150, 0);

  private final double jumps;
  private final double near;

  Kinks(double jumps, double near) {
    this.jumps = jumps;
    this.near = near;
  }

  /** {@link Roughness#jumps} far from where SGD ended. */
  double jumps() {
    return jumps;
  }

  /** The same near the end of SGD. */
  double near() {
    return near;
  }

  /** Whether a flow slides along them on all its way. */
  boolean slides() {
    return this != NONE && this != FEW;
  }
}
