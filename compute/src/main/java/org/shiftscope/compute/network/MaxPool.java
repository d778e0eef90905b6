package org.shiftscope.compute.network;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest of each 2 × 2 square; an odd last row or column is dropped. */
record MaxPool(int height, int width, int channels) implements LayerShape {

  @Override
  public long[] outputShape() {
    return new long[] {height / 2, width / 2, channels};
  }

  @Override
  public Layer bind(Wires wires) {
    INDArray inputGradient = wires.inputGradient().orElseThrow();
    Runnable pool = Operations.maxPool(wires.input(), wires.output());
    Runnable backward =
        Operations.maxPoolBackward(wires.input(), wires.outputGradient(), inputGradient);
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
        return MaxPool.tangent(wires, tangents);
      }
    };
  }

  /** Tangents take the way of the numbers: from where the largest stood, and back to there. */
  private static Tangent tangent(Wires wires, TangentWires tangents) {
    INDArray ones = tangents.allocate().zeros(wires.output().shape()).addi(1);
    INDArray largest = tangents.allocate().zeros(wires.input().shape());
    return Tangents.of(
        List.of(
            Operations.maxPoolBackward(wires.input(), ones, largest),
            Operations.multiply(largest, tangents.input().orElseThrow(), largest),
            // One of the four is not 0: four times their mean is it, exactly.
            Operations.meanPool(largest, tangents.output()),
            () -> tangents.output().muli(4)),
        List.of(
            Operations.maxPoolBackward(
                wires.input(), tangents.outputGradient(), tangents.inputGradient().orElseThrow())));
  }
}
