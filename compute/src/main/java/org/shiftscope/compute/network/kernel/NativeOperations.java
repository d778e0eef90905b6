package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.util.function.DoubleConsumer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The operations on the CPU: ND4J's own, but where a call into ND4J costs more than its arithmetic
 * or something else is faster. Small products go to OpenBLAS directly; in float32, small arrays,
 * pooling and the gradient of a convolution's weights are Java.
 */
final class NativeOperations implements Operations {

  /** Numbers up to which Java's loops are done before ND4J has begun. */
  private static final int SMALL = 16_384;

  /** Products up to which calling OpenBLAS directly is faster than ND4J's own operation. */
  private static final long FEW_MULTIPLY_ADDS = 1L << 22;

  private final Operations nd4j = new Nd4jOperations();

  @Override
  public Buffer buffer(DataType type, long... shape) {
    return new NativeBuffer(type, shape);
  }

  @Override
  public Runnable product(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    MatrixProduct product = new MatrixProduct(a, transposeA, b, transposeB, 0, result);
    return product.multiplyAdds() <= FEW_MULTIPLY_ADDS
        ? product.bind()
        : nd4j.product(a, transposeA, b, transposeB, result);
  }

  @Override
  public Runnable addProduct(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    MatrixProduct product = new MatrixProduct(a, transposeA, b, transposeB, 1, result);
    return product.multiplyAdds() <= FEW_MULTIPLY_ADDS
        ? product.bind()
        : nd4j.addProduct(a, transposeA, b, transposeB, result);
  }

  @Override
  public Runnable addBias(INDArray array, INDArray bias) {
    if (!isSmall(array)) {
      return nd4j.addBias(array, bias);
    }
    MemorySegment rows = RawMemory.segment(array);
    MemorySegment added = RawMemory.segment(bias);
    return () -> FloatLoops.addBias(rows, added);
  }

  @Override
  public Runnable convolve(
      INDArray input,
      INDArray weights,
      INDArray bias,
      Strides strides,
      INDArray output,
      Allocate allocate) {
    if (WinogradConvolution.fits(input, weights, strides)) {
      return new WinogradConvolution(input, weights, this, allocate).forward(bias, output);
    }
    return nd4j.convolve(input, weights, bias, strides, output, allocate);
  }

  @Override
  public Runnable convolveBackward(
      INDArray input,
      INDArray weights,
      Strides strides,
      INDArray outputGradient,
      ConvolutionGradients gradients,
      Allocate allocate) {
    if (WinogradConvolution.fits(input, weights, strides)) {
      return new WinogradConvolution(input, weights, this, allocate)
          .backward(outputGradient, gradients, allocate);
    }
    if (input.dataType() != DataType.FLOAT) {
      return nd4j.convolveBackward(input, weights, strides, outputGradient, gradients, allocate);
    }
    if (strides.stride() != 1) {
      return new StridedGradient(input, weights, strides, allocate)
          .bind(outputGradient, gradients, sumOfRows(outputGradient, gradients.bias(), allocate));
    }
    var ofWeights =
        new FloatConvolutionGradient(input, outputGradient, gradients.weights(), gradients.bias());
    if (gradients.input().isEmpty()) {
      return ofWeights::run;
    }
    INDArray flipped =
        allocate.zeros(weights.size(0), weights.size(1), weights.size(3), weights.size(2));
    Runnable flip = FlippedKernel.flip(weights, flipped);
    Runnable back =
        convolve(
            outputGradient,
            flipped,
            allocate.zeros(weights.size(2)),
            strides,
            gradients.input().orElseThrow(),
            allocate);
    return () -> {
      ofWeights.run();
      flip.run();
      back.run();
    };
  }

  /** As a product with a row of ones, twenty times faster here than a sum over rows. */
  private Runnable sumOfRows(INDArray array, INDArray sums, Allocate allocate) {
    long rows = array.length() / sums.length();
    return product(
        allocate.zeros(1, rows).addi(1),
        false,
        array.reshape('c', rows, sums.length()),
        false,
        sums.reshape('c', 1, sums.length()));
  }

  @Override
  public Runnable maxPool(INDArray input, INDArray output) {
    if (input.dataType() != DataType.FLOAT) {
      return nd4j.maxPool(input, output);
    }
    FloatMaxPool pool = new FloatMaxPool(input);
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    return () -> pool.forward(from, into);
  }

  @Override
  public Runnable maxPoolBackward(INDArray input, INDArray outputGradient, INDArray inputGradient) {
    if (input.dataType() != DataType.FLOAT) {
      return nd4j.maxPoolBackward(input, outputGradient, inputGradient);
    }
    FloatMaxPool pool = new FloatMaxPool(input);
    MemorySegment values = RawMemory.segment(input);
    MemorySegment from = RawMemory.segment(outputGradient);
    MemorySegment into = RawMemory.segment(inputGradient);
    return () -> pool.backward(values, from, into);
  }

  @Override
  public Runnable meanPool(INDArray input, INDArray output) {
    return nd4j.meanPool(input, output);
  }

  @Override
  public Runnable averagePool(INDArray input, INDArray output) {
    return nd4j.averagePool(input, output);
  }

  @Override
  public Runnable averagePoolBackward(
      INDArray input, INDArray outputGradient, INDArray inputGradient) {
    return nd4j.averagePoolBackward(input, outputGradient, inputGradient);
  }

  @Override
  public Runnable relu(INDArray input, INDArray output) {
    if (!isSmall(output)) {
      return nd4j.relu(input, output);
    }
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    return () -> FloatLoops.relu(from, into);
  }

  @Override
  public Runnable step(INDArray input, INDArray output) {
    if (!isSmall(output)) {
      return nd4j.step(input, output);
    }
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    return () -> FloatLoops.step(from, into);
  }

  @Override
  public Runnable tanh(INDArray input, INDArray output) {
    return nd4j.tanh(input, output);
  }

  @Override
  public Runnable oneMinusSquare(INDArray input, INDArray output) {
    return nd4j.oneMinusSquare(input, output);
  }

  @Override
  public Runnable exp(INDArray input, INDArray output) {
    return nd4j.exp(input, output);
  }

  @Override
  public Runnable erf(INDArray input, INDArray output) {
    return nd4j.erf(input, output);
  }

  @Override
  public Runnable multiply(INDArray a, INDArray b, INDArray result) {
    if (!isSmall(result)) {
      return nd4j.multiply(a, b, result);
    }
    MemorySegment left = RawMemory.segment(a);
    MemorySegment right = RawMemory.segment(b);
    MemorySegment into = RawMemory.segment(result);
    return () -> FloatLoops.multiply(left, right, into);
  }

  @Override
  public Runnable add(INDArray a, INDArray b, INDArray result) {
    return nd4j.add(a, b, result);
  }

  @Override
  public Runnable scale(INDArray input, double scale, INDArray output) {
    return nd4j.scale(input, scale, output);
  }

  @Override
  public Runnable shift(INDArray input, double amount, INDArray output) {
    return nd4j.shift(input, amount, output);
  }

  /** In plain Java: ND4J would need three operations and an array. */
  @Override
  public DoubleConsumer between(INDArray from, INDArray to, INDArray result) {
    MemorySegment before = RawMemory.segment(from);
    MemorySegment after = RawMemory.segment(to);
    MemorySegment between = RawMemory.segment(result);
    return result.dataType() == DataType.FLOAT
        ? alpha -> FloatLoops.between(before, after, (float) alpha, between)
        : alpha -> DoubleLoops.between(before, after, alpha, between);
  }

  @Override
  public Runnable channelMoments(
      INDArray array, double[] mean, double[] variance, Allocate allocate) {
    if (array.dataType() != DataType.FLOAT) {
      return nd4j.channelMoments(array, mean, variance, allocate);
    }
    MemorySegment numbers = RawMemory.segment(array);
    return () -> FloatChannels.moments(numbers, mean, variance);
  }

  @Override
  public Runnable channelSums(
      INDArray a, INDArray b, double[] sums, double[] products, Allocate allocate) {
    if (a.dataType() != DataType.FLOAT) {
      return nd4j.channelSums(a, b, sums, products, allocate);
    }
    MemorySegment left = RawMemory.segment(a);
    MemorySegment right = RawMemory.segment(b);
    return () -> FloatChannels.sums(left, right, sums, products);
  }

  @Override
  public Runnable scaleChannels(
      INDArray input, double[] scale, double[] shift, INDArray output, Allocate allocate) {
    if (input.dataType() != DataType.FLOAT) {
      return nd4j.scaleChannels(input, scale, shift, output, allocate);
    }
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    return () -> FloatChannels.scale(from, scale, shift, into);
  }

  @Override
  public Runnable addScaledChannels(
      INDArray input, double[] scale, INDArray output, Allocate allocate) {
    if (input.dataType() != DataType.FLOAT) {
      return nd4j.addScaledChannels(input, scale, output, allocate);
    }
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    return () -> FloatChannels.addScaled(from, scale, into);
  }

  /** By OpenBLAS directly, which allocates nothing. */
  @Override
  public Runnable descend(INDArray theta, INDArray gradient, double learningRate, double lambda) {
    if (theta.dataType() != DataType.FLOAT) {
      return nd4j.descend(theta, gradient, learningRate, lambda);
    }
    int dimension = Math.toIntExact(theta.length());
    FloatPointer point = new FloatPointer(RawMemory.pointer(theta));
    FloatPointer slope = new FloatPointer(RawMemory.pointer(gradient));
    float decay = (float) (1 - learningRate * lambda);
    float rate = (float) -learningRate;
    return () -> {
      if (lambda != 0) {
        openblas.cblas_sscal(dimension, decay, point, 1);
      }
      openblas.cblas_saxpy(dimension, rate, slope, 1, point, 1);
    };
  }

  @Override
  public Runnable roll(
      INDArray theta,
      INDArray gradient,
      INDArray velocity,
      double learningRate,
      double lambda,
      double momentum) {
    if (theta.dataType() != DataType.FLOAT) {
      return nd4j.roll(theta, gradient, velocity, learningRate, lambda, momentum);
    }
    int dimension = Math.toIntExact(theta.length());
    FloatPointer point = new FloatPointer(RawMemory.pointer(theta));
    FloatPointer slope = new FloatPointer(RawMemory.pointer(gradient));
    FloatPointer ball = new FloatPointer(RawMemory.pointer(velocity));
    return () -> {
      openblas.cblas_sscal(dimension, (float) momentum, ball, 1);
      openblas.cblas_saxpy(dimension, 1, slope, 1, ball, 1);
      openblas.cblas_saxpy(dimension, (float) lambda, point, 1, ball, 1);
      openblas.cblas_saxpy(dimension, (float) -learningRate, ball, 1, point, 1);
    };
  }

  private static boolean isSmall(INDArray array) {
    return array.dataType() == DataType.FLOAT && array.length() <= SMALL;
  }
}
