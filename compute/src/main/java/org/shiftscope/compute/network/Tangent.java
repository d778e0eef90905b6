package org.shiftscope.compute.network;

/**
 * The directional derivative of a bound layer's forward and backward passes: Pearlmutter's
 * R-operator ("Fast exact multiplication by the Hessian", Neural Computation 6, 1994). R{·} is the
 * derivative along a direction v of the parameters, so that R{∇L} = H v. Both run after the layer's
 * own forward and backward, whose arrays they read.
 */
interface Tangent {

  /** Writes the output's tangent from the input's and the direction. */
  void forward();

  /**
   * Overwrites the tangents of the parameters' gradient, and of the input's where it has one, from
   * that of the output's gradient.
   */
  void backward();
}
