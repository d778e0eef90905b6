package org.shiftscope.compute.network;

import java.util.function.Function;
import org.shiftscope.compute.network.LayerShape.TangentWires;

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
  Tangent tangent(TangentWires wires);

  /** The layer of passes that are bound already. */
  static Layer of(Runnable forward, Runnable backward, Function<TangentWires, Tangent> tangent) {
    return new Layer() {
      @Override
      public void forward() {
        forward.run();
      }

      @Override
      public void backward() {
        backward.run();
      }

      @Override
      public Tangent tangent(TangentWires wires) {
        return tangent.apply(wires);
      }
    };
  }
}
