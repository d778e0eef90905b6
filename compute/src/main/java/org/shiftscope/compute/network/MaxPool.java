package org.shiftscope.compute.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Operations;

/** The largest of each 2 × 2 square; an odd last row or column is dropped. */
record MaxPool(int height, int width, int channels) implements LayerShape {

  @Override
  public long[] outputShape() {
    return new long[] {height / 2, width / 2, channels};
  }

  @Override
  public Layer bind(Wires wires, Operations operations) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    Runnable pool = operations.maxPool(wires.input(), wires.output());
    Runnable backward =
        operations.maxPoolBackward(wires.input(), wires.outputGradient(), inputGradient);
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
        return MaxPool.tangent(wires, operations, tangents);
      }
    };
  }

  /** Tangents take the way of the numbers: from where the largest stood, and back to there. */
  private static Tangent tangent(Wires wires, Operations operations, TangentWires tangents) {
    INDArray ones = tangents.allocate().zeros(wires.output().shape()).addi(1);
    INDArray largest = tangents.allocate().zeros(wires.input().shape());
    return Tangents.of(
        List.of(
            operations.maxPoolBackward(wires.input(), ones, largest),
            operations.multiply(largest, tangents.input().orElseThrow(), largest),
            // One of the four is not 0: four times their mean is it, exactly.
            operations.meanPool(largest, tangents.output()),
            operations.scale(tangents.output(), 4, tangents.output())),
        List.of(
            operations.maxPoolBackward(
                wires.input(), tangents.outputGradient(), tangents.inputGradient().orElseThrow())));
  }
}
