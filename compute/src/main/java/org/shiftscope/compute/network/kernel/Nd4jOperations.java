package org.shiftscope.compute.network.kernel;

import java.util.function.DoubleConsumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarReverseSubtraction;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Every operation is one or two of ND4J's own, so that they run wherever ND4J does: nothing here
 * looks at the memory of an array.
 */
final class Nd4jOperations implements Operations {

  private static final int PADDING_AS_GIVEN = 0;
  private static final int CHANNELS_LAST = 1;

  @Override
  public Buffer buffer(DataType type, long... shape) {
    return new Nd4jBuffer(type, shape);
  }

  @Override
  public Runnable product(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    return run(matmul(a, transposeA, b, transposeB, result).build());
  }

  @Override
  public Runnable addProduct(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    return run(
        matmul(a, transposeA, b, transposeB, result).addFloatingPointArguments(1.0, 1.0).build());
  }

  private static DynamicCustomOp.DynamicCustomOpsBuilder matmul(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    return DynamicCustomOp.builder("matmul")
        .addInputs(a, b)
        .addOutputs(result)
        .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0);
  }

  @Override
  public Runnable addBias(INDArray array, INDArray bias) {
    return run(DynamicCustomOp.builder("biasadd").addInputs(array, bias).addOutputs(array).build());
  }

  @Override
  public Runnable convolve(
      INDArray input,
      INDArray weights,
      INDArray bias,
      Strides strides,
      INDArray output,
      Allocate allocate) {
    return run(
        DynamicCustomOp.builder("conv2d")
            .addInputs(input, weights, bias)
            .addOutputs(output)
            .addIntegerArguments(arguments(strides))
            .build());
  }

  /** ND4J's operation writes the input's gradient whether it is wanted or not. */
  @Override
  public Runnable convolveBackward(
      INDArray input,
      INDArray weights,
      Strides strides,
      INDArray outputGradient,
      ConvolutionGradients gradients,
      Allocate allocate) {
    // The values of the bias do not matter: its gradient is a sum.
    INDArray bias = allocate.zeros(weights.size(3));
    INDArray inputGradient = gradients.input().orElseGet(() -> allocate.zeros(input.shape()));
    return run(
        DynamicCustomOp.builder("conv2d_bp")
            .addInputs(input, weights, bias, outputGradient)
            .addOutputs(inputGradient, gradients.weights(), gradients.bias())
            .addIntegerArguments(arguments(strides))
            .build());
  }

  private static int[] arguments(Strides strides) {
    int kernel = strides.kernel();
    int stride = strides.stride();
    int padding = (kernel - 1) / 2;
    return new int[] {
      kernel, kernel, stride, stride, padding, padding, 1, 1, PADDING_AS_GIVEN, CHANNELS_LAST, 0
    };
  }

  @Override
  public Runnable maxPool(INDArray input, INDArray output) {
    return run(pool("maxpool2d", 2, 2).addInputs(input).addOutputs(output).build());
  }

  @Override
  public Runnable maxPoolBackward(INDArray input, INDArray outputGradient, INDArray inputGradient) {
    return run(
        pool("maxpool2d_bp", 2, 2)
            .addInputs(input, outputGradient)
            .addOutputs(inputGradient)
            .build());
  }

  @Override
  public Runnable meanPool(INDArray input, INDArray output) {
    return run(pool("avgpool2d", 2, 2).addInputs(input).addOutputs(output).build());
  }

  @Override
  public Runnable averagePool(INDArray input, INDArray output) {
    return run(
        pool("avgpool2d", input.size(1), input.size(2))
            .addInputs(input)
            .addOutputs(pixel(output))
            .build());
  }

  @Override
  public Runnable averagePoolBackward(
      INDArray input, INDArray outputGradient, INDArray inputGradient) {
    return run(
        pool("avgpool2d_bp", input.size(1), input.size(2))
            .addInputs(input, pixel(outputGradient))
            .addOutputs(inputGradient)
            .build());
  }

  /** [n, channels] as images of one pixel. */
  private static INDArray pixel(INDArray array) {
    return array.reshape('c', array.size(0), 1, 1, array.size(1));
  }

  /** Rectangles side by side. */
  private static DynamicCustomOp.DynamicCustomOpsBuilder pool(
      String name, long height, long width) {
    int h = Math.toIntExact(height);
    int w = Math.toIntExact(width);
    return DynamicCustomOp.builder(name)
        .addIntegerArguments(h, w, h, w, 0, 0, 1, 1, PADDING_AS_GIVEN, 0, CHANNELS_LAST);
  }

  @Override
  public Runnable relu(INDArray input, INDArray output) {
    return run(new RectifiedLinear(input, output, 0.0));
  }

  @Override
  public Runnable step(INDArray input, INDArray output) {
    return run(new Step(input, output));
  }

  @Override
  public Runnable tanh(INDArray input, INDArray output) {
    return run(new Tanh(input, output));
  }

  @Override
  public Runnable oneMinusSquare(INDArray input, INDArray output) {
    Runnable square = multiply(input, input, output);
    Runnable fromOne = run(new ScalarReverseSubtraction(output, null, output, 1));
    return () -> {
      square.run();
      fromOne.run();
    };
  }

  @Override
  public Runnable exp(INDArray input, INDArray output) {
    return run(new Exp(input, output));
  }

  @Override
  public Runnable erf(INDArray input, INDArray output) {
    return run(new Erf(input, output));
  }

  @Override
  public Runnable multiply(INDArray a, INDArray b, INDArray result) {
    return run(new MulOp(a, b, result));
  }

  @Override
  public Runnable add(INDArray a, INDArray b, INDArray result) {
    return run(new AddOp(a, b, result));
  }

  @Override
  public Runnable scale(INDArray input, double scale, INDArray output) {
    return run(new ScalarMultiplication(input, null, output, scale));
  }

  @Override
  public Runnable shift(INDArray input, double amount, INDArray output) {
    return run(new ScalarAdd(input, null, output, amount));
  }

  /**
   * Leaves the step in the gradient. (ND4J's operation axpy scales the other of its inputs than
   * BLAS.)
   */
  @Override
  public Runnable channelMoments(
      INDArray array, double[] mean, double[] variance, Allocate allocate) {
    return new Nd4jChannels(this, array, mean.length, allocate).moments(mean, variance);
  }

  @Override
  public Runnable channelSums(
      INDArray a, INDArray b, double[] sums, double[] products, Allocate allocate) {
    return new Nd4jChannels(this, a, sums.length, allocate).sums(b, sums, products);
  }

  @Override
  public Runnable scaleChannels(
      INDArray input, double[] scale, double[] shift, INDArray output, Allocate allocate) {
    return new Nd4jChannels(this, input, scale.length, allocate).scale(scale, shift, output);
  }

  @Override
  public Runnable addScaledChannels(
      INDArray input, double[] scale, INDArray output, Allocate allocate) {
    return new Nd4jChannels(this, input, scale.length, allocate).addScaled(scale, output);
  }

  @Override
  public DoubleConsumer between(INDArray from, INDArray to, INDArray result) {
    INDArray other = Nd4j.create(to.dataType(), to.shape());
    return alpha -> {
      from.muli(1 - alpha, result);
      to.muli(alpha, other);
      result.addi(other);
    };
  }

  @Override
  public Runnable descend(INDArray theta, INDArray gradient, double learningRate, double lambda) {
    Runnable decay = lambda == 0 ? () -> {} : scale(theta, 1 - learningRate * lambda, theta);
    Runnable step = scale(gradient, -learningRate, gradient);
    Runnable add = add(theta, gradient, theta);
    return () -> {
      decay.run();
      step.run();
      add.run();
    };
  }

  private static Runnable run(Op op) {
    return () -> Nd4j.getExecutioner().exec(op);
  }

  private static Runnable run(DynamicCustomOp op) {
    return () -> Nd4j.exec(op);
  }
}
