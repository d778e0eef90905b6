package org.shiftscope.compute.network;

import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Operations;

/**
 * A layer before it is bound: what it computes, and how large it is. Activations are [samples,
 * ...], channels last.
 */
sealed interface LayerShape
    permits BatchNorm, Convolution, Dense, Elementwise, GlobalAveragePool, MaxPool, Residual {

  /** Numbers in the output for one sample, as a shape: [units] or [height, width, channels]. */
  long[] outputShape();

  /** Number of parameters: weights first, then biases. 0 for a layer without. */
  default int parameterCount() {
    return 0;
  }

  /** Number of biases, at the end of the parameters. 0 for a layer without. */
  default int biasCount() {
    return 0;
  }

  /**
   * Inputs that one unit adds up: what the scale of its initial weights depends on. 0 for a layer
   * that adds nothing up, whose weights are factors and start at 1.
   */
  default int fanIn() {
    return 0;
  }

  /** Whether the output is linear in the parameters, for a given input. */
  default boolean linear() {
    return false;
  }

  /**
   * Running statistics before training, shape [b]: numbers that the output depends on and that are
   * no parameters. Empty for a layer without.
   */
  default double[] initialStatistics() {
    return new double[0];
  }

  /**
   * The layers that this one is made of, in the order of their parameters, each with its own
   * weights, biases and fan-in; a layer that is not composed is its own only part.
   */
  default List<LayerShape> parts() {
    return List.of(this);
  }

  /** Binds the layer to its arrays, and to the operations that compute on them. */
  Layer bind(Wires wires, Operations operations);

  /**
   * The arrays that a layer works on.
   *
   * @param input [samples, ...] of the layer before; not modified
   * @param inputGradient the same shape, modified by backward; empty for the first layer
   * @param output [samples, outputShape], modified by forward
   * @param outputGradient the same shape, modified by backward
   * @param parameters [parameterCount], a view; not modified
   * @param gradient [parameterCount], a view; modified by backward
   * @param statistics the layer's own, modified by forward in SGD
   * @param allocate makes further arrays that live as long as the network
   */
  record Wires(
      INDArray input,
      Optional<INDArray> inputGradient,
      INDArray output,
      INDArray outputGradient,
      INDArray parameters,
      INDArray gradient,
      RunningStatistics.Part statistics,
      Allocate allocate) {}

  /**
   * The arrays of a directional derivative, beside those of the passes themselves. Each has the
   * shape of what it is the tangent of.
   *
   * @param input R{input}; not modified. Empty for the first layer, whose input does not depend on
   *     the parameters
   * @param inputGradient R{input's gradient}, modified by backward; empty for the first layer
   * @param output R{output}, modified by forward
   * @param outputGradient R{output's gradient}; not modified
   * @param direction v, the parameters' tangent; not modified
   * @param gradient R{gradient}, modified by backward
   * @param allocate makes further arrays that live as long as the network
   */
  record TangentWires(
      Optional<INDArray> input,
      Optional<INDArray> inputGradient,
      INDArray output,
      INDArray outputGradient,
      INDArray direction,
      INDArray gradient,
      Allocate allocate) {}
}
