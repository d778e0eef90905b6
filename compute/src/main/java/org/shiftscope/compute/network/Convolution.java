package org.shiftscope.compute.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * z = x * W + b, stride 1, padded so that the image keeps its size; x [samples, height, width,
 * inputs], W [kernel, kernel, inputs, filters], b [filters].
 */
record Convolution(int height, int width, int inputs, int filters, int kernel)
    implements LayerShape {

  @Override
  public long[] outputShape() {
    return new long[] {height, width, filters};
  }

  @Override
  public int parameterCount() {
    return fanIn() * filters + filters;
  }

  @Override
  public int biasCount() {
    return filters;
  }

  @Override
  public int fanIn() {
    return kernel * kernel * inputs;
  }

  @Override
  public Layer bind(Wires wires) {
    long samples = wires.output().size(0);
    long[] inputShape = {samples, height, width, inputs};
    INDArray x = wires.input().reshape('c', inputShape);
    // ND4J's operation writes the input's gradient whether it is wanted or not.
    INDArray inputGradient =
        wires.inputGradient().orElseGet(() -> wires.allocate().zeros(inputShape));
    INDArray weights = Operations.view(wires.parameters(), 0, kernel, kernel, inputs, filters);
    INDArray bias = Operations.view(wires.parameters(), (long) fanIn() * filters, filters);
    Runnable convolve = Operations.convolve(x, weights, bias, kernel, wires.output());
    Runnable backward =
        Operations.convolveBackward(
            x,
            weights,
            bias,
            kernel,
            wires.outputGradient(),
            inputGradient.reshape('c', inputShape),
            Operations.view(wires.gradient(), 0, kernel, kernel, inputs, filters),
            Operations.view(wires.gradient(), (long) fanIn() * filters, filters));
    return new Layer() {
      @Override
      public void forward() {
        convolve.run();
      }

      @Override
      public void backward() {
        backward.run();
      }
    };
  }
}
