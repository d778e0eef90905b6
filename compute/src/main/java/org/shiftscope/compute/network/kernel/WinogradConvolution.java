package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A 3 × 3 convolution of stride 1 in float32 by Winograd's minimal filtering F(2 × 2, 3 × 3) (Lavin
 * and Gray 2016, arXiv 1509.09308): 16 products of matrices where the convolution itself takes 36.
 * The weights' gradient goes the same way backward: Ū = Vᵀ M̄ for each of the 16, with V = Bᵀ d B
 * of the input's tiles and M̄ = A ȳ Aᵀ of the output's gradient. The input's gradient is a
 * convolution of ȳ with the kernel turned by 180°, and turning only exchanges the transform's outer
 * points.
 *
 * <p>Images go through in parts that stay in the cache. Float32's rounding is about that of the
 * convolution done directly, since the transforms only add, subtract and halve.
 */
final class WinogradConvolution {

  /** Tiles at a time, where kernels are small: few enough for the cache. */
  private static final int TILES = 128;

  /** With fewer, the transforms take longer than the products that they save. */
  private static final int FEWEST_CHANNELS = 64;

  private final Operations operations;
  private final INDArray input;
  private final MemorySegment weights;
  private final int samples;
  private final int imagesAtOnce;
  private final WinogradTiles inputTiles;
  private final WinogradTiles outputTiles;
  private final WinogradKernels transform;
  private final WinogradPoints kernels;
  private final WinogradPoints inputPoints;
  private final WinogradPoints outputPoints;

  /**
   * Makes room for the parts.
   *
   * @param input as {@link #fits} wants it, [samples, height, width, inputs], not modified
   * @param weights [3, 3, inputs, filters], not modified
   * @param operations for products
   */
  WinogradConvolution(INDArray input, INDArray weights, Operations operations, Allocate allocate) {
    this.operations = operations;
    this.input = input;
    this.weights = RawMemory.segment(weights);
    samples = Math.toIntExact(input.size(0));
    int height = Math.toIntExact(input.size(1));
    int width = Math.toIntExact(input.size(2));
    int inputs = Math.toIntExact(weights.size(2));
    int filters = Math.toIntExact(weights.size(3));
    int tiles = height / 2 * (width / 2);
    // Large kernels are read from memory for every part: as many tiles as they have lines pay for
    // it.
    int tilesAtOnce = Math.max(TILES, Math.min(inputs, filters));
    imagesAtOnce = Math.min(samples, Math.max(1, tilesAtOnce / tiles));
    inputTiles = new WinogradTiles(height, width, inputs, imagesAtOnce, allocate);
    outputTiles = new WinogradTiles(height, width, filters, imagesAtOnce, allocate);
    transform = new WinogradKernels(inputs, filters, allocate);
    kernels = new WinogradPoints("kernels", inputs, filters, allocate);
    inputPoints = new WinogradPoints("input points", (long) imagesAtOnce * tiles, inputs, allocate);
    outputPoints =
        new WinogradPoints("output points", (long) imagesAtOnce * tiles, filters, allocate);
  }

  /** Whether it can be done, and pays. */
  static boolean fits(INDArray input, INDArray weights, Operations.Strides strides) {
    return strides.equals(new Operations.Strides(3, 1))
        && input.dataType() == DataType.FLOAT
        && input.size(1) % 2 == 0
        && input.size(2) % 2 == 0
        && fits(weights.size(2))
        && fits(weights.size(3));
  }

  private static boolean fits(long channels) {
    return channels >= FEWEST_CHANNELS && channels % WinogradLines.MULTIPLE == 0;
  }

  /**
   * output = input * weights + bias.
   *
   * @param bias [filters], not modified
   * @param output [samples, height, width, filters], modified
   */
  Runnable forward(INDArray bias, INDArray output) {
    List<Runnable> multiply =
        each(
            i ->
                operations.product(
                    inputPoints.matrix(i),
                    false,
                    kernels.matrix(i),
                    false,
                    outputPoints.matrix(i)));
    long filters = bias.length();
    Runnable addBias =
        operations.addBias(output.reshape('c', output.length() / filters, filters), bias);
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    return () -> {
      transform.spread(weights, kernels);
      parts(
          (first, count) -> {
            inputTiles.spread(from, first, count, inputPoints);
            multiply.forEach(Runnable::run);
            outputTiles.collect(outputPoints, into, first, count);
          });
      addBias.run();
    };
  }

  /** The gradients from that of the output. */
  Runnable backward(
      INDArray outputGradient, Operations.ConvolutionGradients gradients, Allocate allocate) {
    long filters = gradients.bias().length();
    long pixels = outputGradient.length() / filters;
    Runnable bias =
        operations.product(
            allocate.zeros(1, pixels).addi(1),
            false,
            outputGradient.reshape('c', pixels, filters),
            false,
            gradients.bias().reshape('c', 1, filters));
    Runnable ofWeights = weightsGradient(outputGradient, gradients.weights(), allocate);
    Optional<Runnable> ofInput =
        gradients.input().map(gradient -> inputGradient(outputGradient, gradient));
    return () -> {
      bias.run();
      ofWeights.run();
      ofInput.ifPresent(Runnable::run);
    };
  }

  private Runnable weightsGradient(
      INDArray outputGradient, INDArray weightsGradient, Allocate allocate) {
    WinogradPoints sums =
        new WinogradPoints(
            "kernels' gradient", weightsGradient.size(2), weightsGradient.size(3), allocate);
    List<Runnable> start =
        each(
            i ->
                operations.product(
                    inputPoints.matrix(i), true, outputPoints.matrix(i), false, sums.matrix(i)));
    List<Runnable> add =
        each(
            i ->
                operations.addProduct(
                    inputPoints.matrix(i), true, outputPoints.matrix(i), false, sums.matrix(i)));
    MemorySegment images = RawMemory.segment(input);
    MemorySegment gradients = RawMemory.segment(outputGradient);
    MemorySegment into = RawMemory.segment(weightsGradient);
    return () -> {
      parts(
          (first, count) -> {
            inputTiles.spread(images, first, count, inputPoints);
            outputTiles.spreadGradient(gradients, first, count, outputPoints);
            (first == 0 ? start : add).forEach(Runnable::run);
          });
      transform.collect(sums, into);
    };
  }

  private Runnable inputGradient(INDArray outputGradient, INDArray inputGradient) {
    List<Runnable> multiply =
        each(
            i ->
                operations.product(
                    outputPoints.matrix(i),
                    false,
                    kernels.matrix(turned(i)),
                    true,
                    inputPoints.matrix(i)));
    MemorySegment from = RawMemory.segment(outputGradient);
    MemorySegment into = RawMemory.segment(inputGradient);
    return () -> {
      transform.spread(weights, kernels);
      parts(
          (first, count) -> {
            outputTiles.spread(from, first, count, outputPoints);
            multiply.forEach(Runnable::run);
            inputTiles.collect(inputPoints, into, first, count);
          });
    };
  }

  private void parts(Part part) {
    for (int first = 0; first < samples; first += imagesAtOnce) {
      part.run(first, Math.min(imagesAtOnce, samples - first));
    }
  }

  /** The place of a point in the transform of the kernel turned by 180°: 0 and 3 exchanged. */
  private static int turned(int point) {
    int[] turned = {3, 1, 2, 0};
    return 4 * turned[point / 4] + turned[point % 4];
  }

  private static List<Runnable> each(IntFunction<Runnable> product) {
    return IntStream.range(0, WinogradPoints.COUNT).mapToObj(product).toList();
  }

  /** What is done with some images. */
  private interface Part {
    void run(int first, int count);
  }
}
