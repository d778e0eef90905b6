package org.shiftscope.compute.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.Allocate;
import org.shiftscope.compute.network.kernel.Operations;

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
    return Math.multiplyExact(fanIn() + 1, filters);
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
  public Layer bind(Wires wires, Operations operations) {
    long samples = wires.output().size(0);
    long[] inputShape = {samples, height, width, inputs};
    INDArray x = wires.input().reshape('c', inputShape);
    INDArray weights = Operations.view(wires.parameters(), 0, kernel, kernel, inputs, filters);
    INDArray bias = Operations.view(wires.parameters(), (long) fanIn() * filters, filters);
    var strides = new Operations.Strides(kernel, stride);
    Runnable convolve =
        operations.convolve(x, weights, bias, strides, wires.output(), wires.allocate());
    Runnable backward =
        operations.convolveBackward(
            x,
            weights,
            strides,
            wires.outputGradient(),
            gradients(
                wires.inputGradient().map(given -> given.reshape('c', inputShape)),
                wires.gradient()),
            wires.allocate());
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
        return Convolution.this.tangent(wires, operations, tangents);
      }
    };
  }

  private Operations.ConvolutionGradients gradients(
      Optional<INDArray> inputGradient, INDArray gradient) {
    return new Operations.ConvolutionGradients(
        inputGradient,
        Operations.view(gradient, 0, kernel, kernel, inputs, filters),
        Operations.view(gradient, (long) fanIn() * filters, filters));
  }

  /**
   * With V and v the directions of W and b: R{z} = x * V + v + R{x} * W. Backward is bilinear in
   * (x, z̄) and in (W, z̄), so its tangent is the backward pass of (x, W, R{z̄}) plus that of
   * (R{x}, V, z̄).
   */
  private Tangent tangent(Wires wires, Operations operations, TangentWires tangents) {
    long samples = wires.output().size(0);
    long[] inputShape = {samples, height, width, inputs};
    INDArray x = wires.input().reshape('c', inputShape);
    INDArray weights = Operations.view(wires.parameters(), 0, kernel, kernel, inputs, filters);
    INDArray direction = Operations.view(tangents.direction(), 0, kernel, kernel, inputs, filters);
    INDArray bias = Operations.view(tangents.direction(), (long) fanIn() * filters, filters);
    Allocate allocate = tangents.allocate();
    var strides = new Operations.Strides(kernel, stride);
    var gradients =
        gradients(
            tangents.inputGradient().map(given -> given.reshape('c', inputShape)),
            tangents.gradient());
    List<Runnable> forward = new ArrayList<>();
    List<Runnable> backward = new ArrayList<>();
    forward.add(operations.convolve(x, direction, bias, strides, tangents.output(), allocate));
    backward.add(
        operations.convolveBackward(
            x, weights, strides, tangents.outputGradient(), gradients, allocate));
    tangents
        .input()
        .map(given -> given.reshape('c', inputShape))
        .ifPresent(
            input -> {
              INDArray ahead = allocate.zeros(wires.output().shape());
              INDArray none = allocate.zeros(filters);
              forward.add(operations.convolve(input, weights, none, strides, ahead, allocate));
              forward.add(operations.add(tangents.output(), ahead, tangents.output()));
              var more =
                  new Operations.ConvolutionGradients(
                      gradients.input().map(given -> allocate.zeros(inputShape)),
                      allocate.zeros(weights.shape()),
                      allocate.zeros(filters));
              backward.add(
                  operations.convolveBackward(
                      input, direction, strides, wires.outputGradient(), more, allocate));
              gradients
                  .input()
                  .ifPresent(
                      sum -> backward.add(operations.add(sum, more.input().orElseThrow(), sum)));
              backward.add(
                  operations.add(gradients.weights(), more.weights(), gradients.weights()));
            });
    return Tangents.of(forward, backward);
  }
}
