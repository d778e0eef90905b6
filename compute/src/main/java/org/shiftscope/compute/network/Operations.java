package org.shiftscope.compute.network;

import java.lang.foreign.MemorySegment;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarAdd;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.AddOp;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.MulOp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The few operations that layers are made of, each built once on fixed arrays and run again and
 * again: building an operation costs more than running it on a small array. They are ND4J's, but
 * for small products (OpenBLAS directly), and in float32 for small arrays and pooling (plain Java).
 */
final class Operations {

  private static final int PADDING_AS_GIVEN = 0;
  private static final int CHANNELS_LAST = 1;

  /** Numbers up to which Java's loops are done before ND4J has begun. */
  private static final int SMALL = 16_384;

  /** Products up to which calling OpenBLAS directly is faster than ND4J's own operation. */
  private static final long FEW_MULTIPLY_ADDS = 1L << 20;

  private Operations() {}

  /** result = a · b, each transposed first where asked. */
  static Runnable product(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    MatrixProduct product = new MatrixProduct(a, transposeA, b, transposeB, 0, result);
    if (product.multiplyAdds() <= FEW_MULTIPLY_ADDS) {
      return product.bind();
    }
    return run(
        DynamicCustomOp.builder("matmul")
            .addInputs(a, b)
            .addOutputs(result)
            .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
            .build());
  }

  /** result += a · b, each transposed first where asked. */
  static Runnable addProduct(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result) {
    MatrixProduct product = new MatrixProduct(a, transposeA, b, transposeB, 1, result);
    if (product.multiplyAdds() <= FEW_MULTIPLY_ADDS) {
      return product.bind();
    }
    return run(
        DynamicCustomOp.builder("matmul")
            .addInputs(a, b)
            .addOutputs(result)
            .addIntegerArguments(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
            .addFloatingPointArguments(1.0, 1.0)
            .build());
  }

  /** array += bias in every row. */
  static Runnable addBias(INDArray array, INDArray bias) {
    if (isSmall(array)) {
      MemorySegment rows = RawMemory.segment(array);
      MemorySegment added = RawMemory.segment(bias);
      return () -> FloatLoops.addBias(rows, added);
    }
    return run(DynamicCustomOp.builder("biasadd").addInputs(array, bias).addOutputs(array).build());
  }

  /**
   * output = convolution of input [n, h, w, in] with weights [k, k, in, out], plus bias. Padded by
   * (k − 1) / 2 on every side, k odd: stride 1 keeps the size, stride 2 halves it (rounded up).
   */
  static Runnable convolve(
      INDArray input, INDArray weights, INDArray bias, Strides strides, INDArray output) {
    return run(
        DynamicCustomOp.builder("conv2d")
            .addInputs(input, weights, bias)
            .addOutputs(output)
            .addIntegerArguments(strides.arguments())
            .build());
  }

  /** The gradients of {@link #convolve} from that of its output. */
  static Runnable convolveBackward(
      INDArray input,
      INDArray weights,
      INDArray bias,
      Strides strides,
      INDArray outputGradient,
      INDArray inputGradient,
      INDArray weightsGradient,
      INDArray biasGradient) {
    return run(
        DynamicCustomOp.builder("conv2d_bp")
            .addInputs(input, weights, bias, outputGradient)
            .addOutputs(inputGradient, weightsGradient, biasGradient)
            .addIntegerArguments(strides.arguments())
            .build());
  }

  /**
   * output = the largest of each 2 × 2 square of input [n, h, w, channels]; an odd last row or
   * column is dropped.
   */
  static Runnable maxPool(INDArray input, INDArray output) {
    if (input.dataType() == DataType.FLOAT) {
      FloatMaxPool pool = new FloatMaxPool(input);
      MemorySegment from = RawMemory.segment(input);
      MemorySegment into = RawMemory.segment(output);
      return () -> pool.forward(from, into);
    }
    return run(
        DynamicCustomOp.builder("maxpool2d")
            .addInputs(input)
            .addOutputs(output)
            .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, PADDING_AS_GIVEN, 0, CHANNELS_LAST)
            .build());
  }

  /** The input's gradient of {@link #maxPool}. */
  static Runnable maxPoolBackward(INDArray input, INDArray outputGradient, INDArray inputGradient) {
    if (input.dataType() == DataType.FLOAT) {
      FloatMaxPool pool = new FloatMaxPool(input);
      MemorySegment values = RawMemory.segment(input);
      MemorySegment from = RawMemory.segment(outputGradient);
      MemorySegment into = RawMemory.segment(inputGradient);
      return () -> pool.backward(values, from, into);
    }
    return run(
        DynamicCustomOp.builder("maxpool2d_bp")
            .addInputs(input, outputGradient)
            .addOutputs(inputGradient)
            .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, PADDING_AS_GIVEN, 0, CHANNELS_LAST)
            .build());
  }

  /** output [n, channels] = the mean over the pixels of input [n, h, w, channels]. */
  static Runnable averagePool(INDArray input, INDArray output) {
    return run(
        DynamicCustomOp.builder("avgpool2d")
            .addInputs(input)
            .addOutputs(pixel(output))
            .addIntegerArguments(wholeImage(input))
            .build());
  }

  /** The input's gradient of {@link #averagePool}. */
  static Runnable averagePoolBackward(
      INDArray input, INDArray outputGradient, INDArray inputGradient) {
    return run(
        DynamicCustomOp.builder("avgpool2d_bp")
            .addInputs(input, pixel(outputGradient))
            .addOutputs(inputGradient)
            .addIntegerArguments(wholeImage(input))
            .build());
  }

  /** [n, channels] as images of one pixel. */
  private static INDArray pixel(INDArray array) {
    return array.reshape('c', array.size(0), 1, 1, array.size(1));
  }

  private static int[] wholeImage(INDArray input) {
    int height = (int) input.size(1);
    int width = (int) input.size(2);
    return new int[] {height, width, height, width, 0, 0, 1, 1, PADDING_AS_GIVEN, 0, CHANNELS_LAST};
  }

  /**
   * output = the mean of each 2 × 2 square of input [n, h, w, channels]; an odd last row or column
   * is dropped.
   */
  static Runnable meanPool(INDArray input, INDArray output) {
    return run(
        DynamicCustomOp.builder("avgpool2d")
            .addInputs(input)
            .addOutputs(output)
            .addIntegerArguments(2, 2, 2, 2, 0, 0, 1, 1, PADDING_AS_GIVEN, 0, CHANNELS_LAST)
            .build());
  }

  /** output = max(0, input). */
  static Runnable relu(INDArray input, INDArray output) {
    if (isSmall(output)) {
      MemorySegment from = RawMemory.segment(input);
      MemorySegment into = RawMemory.segment(output);
      return () -> FloatLoops.relu(from, into);
    }
    RectifiedLinear op = new RectifiedLinear(input, output, 0.0);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** output = 1 where input > 0, else 0. */
  static Runnable step(INDArray input, INDArray output) {
    if (isSmall(output)) {
      MemorySegment from = RawMemory.segment(input);
      MemorySegment into = RawMemory.segment(output);
      return () -> FloatLoops.step(from, into);
    }
    var op = new org.nd4j.linalg.api.ops.impl.scalar.Step(input, output);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** output = tanh input. */
  static Runnable tanh(INDArray input, INDArray output) {
    Tanh op = new Tanh(input, output);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** result = a ∘ b, element by element. */
  static Runnable multiply(INDArray a, INDArray b, INDArray result) {
    if (isSmall(result)) {
      MemorySegment left = RawMemory.segment(a);
      MemorySegment right = RawMemory.segment(b);
      MemorySegment into = RawMemory.segment(result);
      return () -> FloatLoops.multiply(left, right, into);
    }
    MulOp op = new MulOp(a, b, result);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** result = a + b, element by element; may be one of them. */
  static Runnable add(INDArray a, INDArray b, INDArray result) {
    AddOp op = new AddOp(a, b, result);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** output = scale · input; may be the same array. */
  static Runnable scale(INDArray input, double scale, INDArray output) {
    ScalarMultiplication op = new ScalarMultiplication(input, null, output, scale);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** output = input + amount; may be the same array. */
  static Runnable shift(INDArray input, double amount, INDArray output) {
    ScalarAdd op = new ScalarAdd(input, null, output, amount);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** output = exp input; may be the same array. */
  static Runnable exp(INDArray input, INDArray output) {
    Exp op = new Exp(input, output);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** output = erf input, the error function; may be the same array. */
  static Runnable erf(INDArray input, INDArray output) {
    Erf op = new Erf(input, output);
    return () -> Nd4j.getExecutioner().exec(op);
  }

  /** A view of a part of a vector in another shape. */
  static INDArray view(INDArray vector, long from, long... shape) {
    long length = 1;
    for (long size : shape) {
      length *= size;
    }
    return vector.get(NDArrayIndex.interval(from, from + length)).reshape('c', shape);
  }

  /**
   * How a square kernel goes over an image.
   *
   * @param kernel its side, odd
   * @param stride pixels from one place to the next, the same both ways
   */
  record Strides(int kernel, int stride) {

    private int[] arguments() {
      int padding = (kernel - 1) / 2;
      return new int[] {
        kernel, kernel, stride, stride, padding, padding, 1, 1, PADDING_AS_GIVEN, CHANNELS_LAST, 0
      };
    }
  }

  private static boolean isSmall(INDArray array) {
    return array.dataType() == DataType.FLOAT && array.length() <= SMALL;
  }

  private static Runnable run(DynamicCustomOp op) {
    return () -> Nd4j.exec(op);
  }
}
