package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
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
  public boolean linear() {
    return true;
  }

  @Override
  public Layer bind(Wires wires) {
    long samples = wires.output().size(0);
    long[] inputShape = {samples, height, width, inputs};
    INDArray x = wires.input().reshape('c', inputShape);
    INDArray weights = Operations.view(wires.parameters(), 0, kernel, kernel, inputs, filters);
    INDArray bias = Operations.view(wires.parameters(), (long) fanIn() * filters, filters);
    var strides = new Operations.Strides(kernel, stride);
    Runnable convolve = Operations.convolve(x, weights, bias, strides, wires.output());
    Runnable backward =
        wires.output().dataType() == DataType.FLOAT && stride == 1
            ? backwardInParts(wires, x, weights)
            : backwardAtOnce(wires, x, weights, bias);
    return new Layer() {
      @Override
      public void forward() {
        convolve.run();
      }

      @Override
      public void backward() {
        backward.run();
      }

      @Override
      public Tangent tangent(TangentWires tangents) {
        return Convolution.this.tangent(wires, tangents);
      }
    };
  }

  /** The weights' gradient by products; the input's, where wanted, as a convolution. */
  private Runnable backwardInParts(Wires wires, INDArray x, INDArray weights) {
    FloatConvolutionGradient gradient =
        new FloatConvolutionGradient(
            x,
            wires.outputGradient(),
            Operations.view(wires.gradient(), 0, kernel, kernel, inputs, filters),
            Operations.view(wires.gradient(), (long) fanIn() * filters, 1, filters),
            wires.allocate());
    if (wires.inputGradient().isEmpty()) {
      return gradient::run;
    }
    INDArray flipped = wires.allocate().zeros(kernel, kernel, filters, inputs);
    Runnable flip = FlippedKernel.flip(weights, flipped);
    Runnable back =
        Operations.convolve(
            wires.outputGradient(),
            flipped,
            wires.allocate().zeros(inputs),
            new Operations.Strides(kernel, 1),
            wires.inputGradient().orElseThrow().reshape('c', x.shape()));
    return () -> {
      gradient.run();
      flip.run();
      back.run();
    };
  }

  /** ND4J's operation writes the input's gradient whether it is wanted or not. */
  private Runnable backwardAtOnce(Wires wires, INDArray x, INDArray weights, INDArray bias) {
    return Operations.convolveBackward(
        x,
        weights,
        bias,
        new Operations.Strides(kernel, stride),
        wires.outputGradient(),
        wires
            .inputGradient()
            .orElseGet(() -> wires.allocate().zeros(x.shape()))
            .reshape('c', x.shape()),
        Operations.view(wires.gradient(), 0, kernel, kernel, inputs, filters),
        Operations.view(wires.gradient(), (long) fanIn() * filters, filters));
  }

  /**
   * With V and v the directions of W and b: R{z} = x * V + v + R{x} * W. Backward is bilinear in
   * (x, z̄) and in (W, z̄), so its tangent is the backward pass of (x, W, R{z̄}) plus that of
   * (R{x}, V, z̄).
   */
  private Tangent tangent(Wires wires, TangentWires tangents) {
    long samples = wires.output().size(0);
    long[] inputShape = {samples, height, width, inputs};
    long weightCount = (long) fanIn() * filters;
    INDArray x = wires.input().reshape('c', inputShape);
    INDArray weights = Operations.view(wires.parameters(), 0, kernel, kernel, inputs, filters);
    INDArray bias = Operations.view(wires.parameters(), weightCount, filters);
    INDArray direction = Operations.view(tangents.direction(), 0, kernel, kernel, inputs, filters);
    INDArray gradient = Operations.view(tangents.gradient(), 0, kernel, kernel, inputs, filters);
    LayerShape.Allocate allocate = tangents.allocate();
    var strides = new Operations.Strides(kernel, stride);
    INDArray inputGradient =
        tangents
            .inputGradient()
            .map(given -> given.reshape('c', inputShape))
            .orElseGet(() -> allocate.zeros(inputShape));
    List<Runnable> forward = new ArrayList<>();
    List<Runnable> backward = new ArrayList<>();
    forward.add(
        Operations.convolve(
            x,
            direction,
            Operations.view(tangents.direction(), weightCount, filters),
            strides,
            tangents.output()));
    backward.add(
        Operations.convolveBackward(
            x,
            weights,
            bias,
            strides,
            tangents.outputGradient(),
            inputGradient,
            gradient,
            Operations.view(tangents.gradient(), weightCount, filters)));
    tangents
        .input()
        .map(given -> given.reshape('c', inputShape))
        .ifPresent(
            input -> {
              INDArray ahead = allocate.zeros(wires.output().shape());
              INDArray back = allocate.zeros(inputShape);
              INDArray more = allocate.zeros(gradient.shape());
              INDArray none = allocate.zeros(filters);
              forward.add(Operations.convolve(input, weights, none, strides, ahead));
              forward.add(Operations.add(tangents.output(), ahead, tangents.output()));
              backward.add(
                  Operations.convolveBackward(
                      input,
                      direction,
                      bias,
                      strides,
                      wires.outputGradient(),
                      back,
                      more,
                      allocate.zeros(filters)));
              backward.add(Operations.add(inputGradient, back, inputGradient));
              backward.add(Operations.add(gradient, more, gradient));
            });
    return Tangents.of(forward, backward);
  }
}
