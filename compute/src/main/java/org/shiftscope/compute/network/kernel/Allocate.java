package org.shiftscope.compute.network.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes arrays that live as long as the network. */
public interface Allocate {

  /** Zeros of a shape. */
  INDArray zeros(long... shape);

  /**
   * Room that operations share, since one works at a time: the same array for the same purpose and
   * shape. What stands in it is the last user's; zeros before the first.
   */
  default INDArray scratch(String purpose, long... shape) {
    return zeros(shape);
  }
}
