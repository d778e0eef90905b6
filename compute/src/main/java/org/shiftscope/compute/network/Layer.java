package org.shiftscope.compute.network;

/**
 * A layer bound to its arrays: the layer before writes its input, the layer after its output's
 * gradient. Nothing is allocated after binding.
 *
 * <p>Each layer is a class of its own: with one that all layers share, made of two Runnables, a
 * small network's step took twice as long (make bench).
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
