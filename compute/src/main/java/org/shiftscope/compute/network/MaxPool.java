package org.shiftscope.compute.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/** The largest of each 2 × 2 square; an odd last row or column is dropped. */
record MaxPool(int height, int width, int channels) implements LayerShape {

  @Override
  public long[] outputShape() {
    return new long[] {height / 2, width / 2, channels};
  }

  @Override
  public int parameterCount() {
    return 0;
  }

  @Override
  public int biasCount() {
    return 0;
  }

  @Override
  public int fanIn() {
    return 0;
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
    };
  }
}
