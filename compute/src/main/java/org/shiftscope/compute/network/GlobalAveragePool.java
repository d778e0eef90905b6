package org.shiftscope.compute.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Operations;

/** The mean over all pixels of each channel: [samples, height, width, channels] to [channels]. */
record GlobalAveragePool(int height, int width, int channels) implements LayerShape {

  @Override
  public long[] outputShape() {
    return new long[] {channels};
  }

  @Override
  public Layer bind(Wires wires, Operations operations) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    Runnable pool = operations.averagePool(wires.input(), wires.output());
    Runnable backward =
        operations.averagePoolBackward(wires.input(), wires.outputGradient(), inputGradient);
    return new Layer() {
      @Override
      public void forward() {
        pool.run();
      }

      @Override
      public void backward() {
        backward.run();
      }

      @Override
      public Tangent tangent(TangentWires tangents) {
        return GlobalAveragePool.tangent(wires, operations, tangents);
      }
    };
  }

  /** The layer is linear and has no parameters: tangents go through it as the numbers do. */
  private static Tangent tangent(Wires wires, Operations operations, TangentWires tangents) {
    return Tangents.of(
        List.of(operations.averagePool(tangents.input().orElseThrow(), tangents.output())),
        List.of(
            operations.averagePoolBackward(
                wires.input(), tangents.outputGradient(), tangents.inputGradient().orElseThrow())));
  }
}
