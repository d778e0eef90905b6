package org.shiftscope.compute.network;

/**
 * A layer bound to its arrays: the layer before writes its input, the layer after its output's
 * gradient. Nothing is allocated after binding.
 */
interface Layer {

  /** Writes the output from the input and the parameters. */
  void forward();

  /**
   * Overwrites the parameters' gradient, and the input's where it has one, from the output's
   * gradient, which is kept.
   */
  void backward();

  /** Binds the directional derivative of both passes to its arrays. */
  Tangent tangent(LayerShape.TangentWires wires);
}
