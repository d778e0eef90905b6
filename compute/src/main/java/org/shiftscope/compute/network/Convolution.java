package org.shiftscope.compute.network;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * z = x * W + b, padded by (kernel − 1) / 2 on every side, so that stride 1 keeps the size of the
 * image and stride 2 halves it (rounded up); x [samples, height, width, inputs], W [kernel, kernel,
 * inputs, filters], b [filters].
 */
record Convolution(int height, int width, int inputs, int filters, int kernel, int stride)
    implements LayerShape {

  /** With stride 1. */
  Convolution(int height, int width, int inputs, int filters, int kernel) {
    this(height, width, inputs, filters, kernel, 1);
  }

  @Override
  public long[] outputShape() {
    return new long[] {(height + stride - 1) / stride, (width + stride - 1) / stride, filters};
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
    var strides = new Operations.Strides(kernel, stride);
    Runnable convolve = Operations.convolve(x, weights, bias, strides, wires.output());
    Runnable backward =
        Operations.convolveBackward(
            x,
            weights,
            bias,
            strides,
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
