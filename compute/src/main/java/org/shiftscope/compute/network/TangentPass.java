package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Buffer;

/**
 * The R-operator through all layers of a pass, made when a Hessian-vector product is first asked
 * for.
 */
final class TangentPass {

  private final List<Tangent> tangents = new ArrayList<>();
  private final Buffer logits;
  private final Buffer logitsGradient;
  private final Runnable betweenLayers;

  /**
   * Binds.
   *
   * @param layers the pass's own layers, already bound
   */
  TangentPass(Network network, List<Layer> layers, MakeBuffer buffers, Allocate allocate) {
    betweenLayers = network.betweenLayers();
    Precision precision = network.precision();
    Optional<Buffer> output = Optional.empty();
    Optional<Buffer> outputGradient = Optional.empty();
    long offset = 0;
    for (int i = 0; i < layers.size(); i++) {
      LayerShape shape = network.layers().get(i);
      Buffer next = buffers.make(precision, shape.outputShape());
      Buffer nextGradient = buffers.make(precision, shape.outputShape());
      INDArray direction = Pass.part(network.direction().array(), offset, shape.parameterCount());
      INDArray gradient =
          Pass.part(network.gradientTangent().array(), offset, shape.parameterCount());
      tangents.add(
          layers
              .get(i)
              .tangent(
                  new LayerShape.TangentWires(
                      output.map(Buffer::array),
                      outputGradient.map(Buffer::array),
                      next.array(),
                      nextGradient.array(),
                      direction,
                      gradient,
                      allocate)));
      output = Optional.of(next);
      outputGradient = Optional.of(nextGradient);
      offset += shape.parameterCount();
    }
    logits = output.orElseThrow();
    logitsGradient = outputGradient.orElseThrow();
  }

  /** Leaves R{logits}, after the pass's own forward and backward. */
  void forward() {
    for (Tangent tangent : tangents) {
      betweenLayers.run();
      tangent.forward();
    }
  }

  /** R{logits} of the last forward run. */
  Buffer logits() {
    return logits;
  }

  /** Runs after the pass's own forward and backward. */
  void run(SoftmaxCrossEntropy loss, int samples) {
    forward();
    loss.tangent(logits, logitsGradient, samples);
    for (int i = tangents.size() - 1; i >= 0; i--) {
      betweenLayers.run();
      tangents.get(i).backward();
    }
  }

  /** Makes a buffer for all samples of the pass. */
  interface MakeBuffer {
    Buffer make(Precision precision, long[] shape);
  }
}
