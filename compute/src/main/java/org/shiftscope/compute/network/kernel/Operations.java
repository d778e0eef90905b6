package org.shiftscope.compute.network.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.shiftscope.compute.device.Device;
import org.shiftscope.compute.device.StartNd4j;

/**
 * The few operations that networks are made of: a network reads as its formula above them, and a
 * device is put under them by implementing them. An operation is bound to its arrays once and run
 * again and again, since building one costs more than running it on a small array; running it
 * allocates nothing where the device can do without. Arrays are in C order without gaps, images
 * channels last, and all of one operation have the same type. What an operation writes is
 * overwritten, unless said otherwise; what it reads is not modified.
 *
 * <p>An implementation may be used by several threads, each with arrays of its own.
 */
public interface Operations {

  /**
   * Zeros of a shape, that Java can read and write too.
   *
   * @param type FLOAT or DOUBLE
   */
  Buffer buffer(DataType type, long... shape);

  /**
   * result = a · b, each transposed first where asked.
   *
   * @param a [m, k], or [k, m] where transposed
   * @param b [k, n], or [n, k] where transposed
   * @param result [m, n]
   */
  Runnable product(INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result);

  /** result += a · b, in the shapes of {@link #product}. */
  Runnable addProduct(
      INDArray a, boolean transposeA, INDArray b, boolean transposeB, INDArray result);

  /**
   * array += bias in every row.
   *
   * @param array [..., columns], added to
   * @param bias [columns]
   */
  Runnable addBias(INDArray array, INDArray bias);

  /**
   * output = input * weights + bias. Padded by (k − 1) / 2 on every side, k odd: stride 1 keeps the
   * size, stride 2 halves it (rounded up).
   *
   * @param input [n, h, w, in]
   * @param weights [k, k, in, out]
   * @param bias [out]
   * @param output [n, ⌈h / stride⌉, ⌈w / stride⌉, out]
   * @param allocate makes arrays that live as long as those given
   */
  Runnable convolve(
      INDArray input,
      INDArray weights,
      INDArray bias,
      Strides strides,
      INDArray output,
      Allocate allocate);

  /**
   * The gradients of {@link #convolve} from that of its output, each of the shape of what it is the
   * gradient of.
   *
   * @param gradients where they are written
   * @param allocate makes arrays that live as long as those given
   */
  Runnable convolveBackward(
      INDArray input,
      INDArray weights,
      Strides strides,
      INDArray outputGradient,
      ConvolutionGradients gradients,
      Allocate allocate);

  /**
   * output = the largest of each 2 × 2 square; an odd last row or column is dropped.
   *
   * @param input [n, h, w, channels]
   * @param output [n, ⌊h / 2⌋, ⌊w / 2⌋, channels]
   */
  Runnable maxPool(INDArray input, INDArray output);

  /** The input's gradient of {@link #maxPool}: the output's where the largest stood, else 0. */
  Runnable maxPoolBackward(INDArray input, INDArray outputGradient, INDArray inputGradient);

  /** output = the mean of each 2 × 2 square, in the shapes of {@link #maxPool}. */
  Runnable meanPool(INDArray input, INDArray output);

  /**
   * output = the mean over the pixels.
   *
   * @param input [n, h, w, channels]
   * @param output [n, channels]
   */
  Runnable averagePool(INDArray input, INDArray output);

  /** The input's gradient of {@link #averagePool}. {@code input}: for its shape. */
  Runnable averagePoolBackward(INDArray input, INDArray outputGradient, INDArray inputGradient);

  /** output = max(0, input), element by element; NaN stays NaN. */
  Runnable relu(INDArray input, INDArray output);

  /** output = 1 where input > 0, else 0. */
  Runnable step(INDArray input, INDArray output);

  /** output = tanh input, element by element. */
  Runnable tanh(INDArray input, INDArray output);

  /** output = 1 − input², the slope of tanh from its value. */
  Runnable oneMinusSquare(INDArray input, INDArray output);

  /** output = exp input, element by element; may be the same array. */
  Runnable exp(INDArray input, INDArray output);

  /** output = erf input, the error function; may be the same array. */
  Runnable erf(INDArray input, INDArray output);

  /** result = a ∘ b, element by element; may be one of them. */
  Runnable multiply(INDArray a, INDArray b, INDArray result);

  /** result = a + b, element by element; may be one of them. */
  Runnable add(INDArray a, INDArray b, INDArray result);

  /** output = scale · input; may be the same array. */
  Runnable scale(INDArray input, double scale, INDArray output);

  /** output = input + amount; may be the same array. */
  Runnable shift(INDArray input, double amount, INDArray output);

  /**
   * result = (1 − α) from + α to, for an α that is given anew each time; exactly one of them where
   * it is 0 or 1. All have the same shape.
   */
  DoubleConsumer between(INDArray from, INDArray to, INDArray result);

  /**
   * The mean and the biased variance of each channel over all samples and pixels.
   *
   * @param array [..., channels]
   * @param mean [channels], overwritten
   * @param variance [channels], overwritten
   */
  Runnable channelMoments(INDArray array, double[] mean, double[] variance, Allocate allocate);

  /**
   * sums = Σ a and products = Σ a ∘ b for each channel, over all samples and pixels.
   *
   * @param a [..., channels]
   * @param b the same shape
   * @param sums [channels], overwritten
   * @param products [channels], overwritten
   */
  Runnable channelSums(INDArray a, INDArray b, double[] sums, double[] products, Allocate allocate);

  /**
   * output = scale · input + shift for each channel, with the factors as they are when it runs.
   *
   * @param input [..., channels]
   * @param scale [channels]
   * @param shift [channels]
   * @param output the shape of the input; not the same array
   */
  Runnable scaleChannels(
      INDArray input, double[] scale, double[] shift, INDArray output, Allocate allocate);

  /** output += scale · input for each channel, in the shapes of {@link #scaleChannels}. */
  Runnable addScaledChannels(INDArray input, double[] scale, INDArray output, Allocate allocate);

  /**
   * A step of SGD: θ ← (1 − ηλ) θ − η g.
   *
   * @param theta θ, [d], modified
   * @param gradient g, [d]; of no use afterwards
   * @param learningRate η
   * @param lambda λ
   */
  Runnable descend(INDArray theta, INDArray gradient, double learningRate, double lambda);

  /**
   * A step of SGD with heavy-ball momentum (Polyak 1964, in PyTorch's form): v ← μ v + g + λ θ,
   * then θ ← θ − η v.
   *
   * @param theta θ, [d], modified
   * @param gradient g, [d]; of no use afterwards
   * @param velocity v, [d], modified
   * @param learningRate η
   * @param lambda λ
   * @param momentum μ
   */
  default Runnable roll(
      INDArray theta,
      INDArray gradient,
      INDArray velocity,
      double learningRate,
      double lambda,
      double momentum) {
    List<Runnable> parts =
        List.of(
            scale(velocity, momentum, velocity),
            add(velocity, gradient, velocity),
            scale(theta, lambda, gradient),
            add(velocity, gradient, velocity),
            scale(velocity, -learningRate, gradient),
            add(theta, gradient, theta));
    return () -> {
      for (int i = 0; i < parts.size(); i++) {
        parts.get(i).run();
      }
    };
  }

  /** Those of the device that this process computes on. */
  static Operations here() {
    return on(StartNd4j.started());
  }

  /** Those for a device; those of CUDA compute wherever ND4J does. */
  static Operations on(Device.Kind kind) {
    return switch (kind) {
      case CPU -> new NativeOperations();
      case CUDA -> new Nd4jOperations();
    };
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
  record Strides(int kernel, int stride) {}

  /**
   * Where a convolution's gradients are written.
   *
   * @param input [n, h, w, in]; empty where nobody wants it
   * @param weights [k, k, in, out]
   * @param bias [out]
   */
  record ConvolutionGradients(Optional<INDArray> input, INDArray weights, INDArray bias) {}
}
