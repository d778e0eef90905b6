package org.shiftscope.compute.network;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.WinogradLines.Lines;

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

  private static final int POINTS = 16;

  /** Tiles at a time: enough for a product to run at full speed, few enough for the cache. */
  private static final int TILES = 256;

  private final int samples;
  private final int inputs;
  private final int filters;
  private final int imagesAtOnce;
  private final WinogradTiles inputTiles;
  private final WinogradTiles outputTiles;
  private final INDArray kernels;
  private final INDArray spreadInput;
  private final INDArray spreadOutput;
  private final MemorySegment kernelLines;

  /**
   * Room for the parts.
   *
   * @param shape as {@link #fits} wants it
   */
  WinogradConvolution(Convolution shape, long samples, LayerShape.Allocate allocate) {
    this.samples = Math.toIntExact(samples);
    inputs = shape.inputs();
    filters = shape.filters();
    int tiles = WinogradTiles.tilesOfImage(shape.height(), shape.width());
    imagesAtOnce = (int) Math.min(samples, Math.max(1, TILES / tiles));
    inputTiles = new WinogradTiles(shape.height(), shape.width(), inputs, imagesAtOnce, allocate);
    outputTiles = new WinogradTiles(shape.height(), shape.width(), filters, imagesAtOnce, allocate);
    long matrix = (long) imagesAtOnce * tiles;
    kernels = allocate.scratch("kernels", POINTS, inputs, filters);
    spreadInput = allocate.scratch("spread input", POINTS, matrix, inputs);
    spreadOutput = allocate.scratch("spread output", POINTS, matrix, filters);
    kernelLines = RawMemory.segment(allocate.scratch("kernel lines", 4, 3, filters));
  }

  /** Where it can be done, and pays. */
  static boolean fits(Convolution shape) {
    return shape.kernel() == 3
        && shape.stride() == 1
        && shape.height() % 2 == 0
        && shape.width() % 2 == 0
        && shape.inputs() % WinogradLines.MULTIPLE == 0
        && shape.filters() % WinogradLines.MULTIPLE == 0
        && Math.min(shape.inputs(), shape.filters()) >= FEWEST_CHANNELS;
  }

  private static final int FEWEST_CHANNELS = Integer.getInteger("wino.ch", 64);

  /**
   * output = input * weights + bias.
   *
   * @param input [samples, height, width, inputs], not modified
   * @param weights [3, 3, inputs, filters], not modified
   * @param bias [filters], not modified
   * @param output [samples, height, width, filters], modified
   */
  Runnable forward(INDArray input, INDArray weights, INDArray bias, INDArray output) {
    MemorySegment from = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(output);
    MemorySegment kernel = RawMemory.segment(weights);
    MemorySegment spread = RawMemory.segment(spreadInput);
    MemorySegment products = RawMemory.segment(spreadOutput);
    Runnable addBias =
        Operations.addBias(output.reshape('c', output.length() / filters, filters), bias);
    List<Runnable> multiply = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      multiply.add(
          Operations.product(
              matrix(spreadInput, i), false, matrix(kernels, i), false, matrix(spreadOutput, i)));
    }
    return () -> {
      spreadKernel(kernel);
      for (int first = 0; first < samples; first += imagesAtOnce) {
        int count = Math.min(imagesAtOnce, samples - first);
        inputTiles.spread(from, first, count, spread);
        multiply.forEach(Runnable::run);
        outputTiles.collect(products, into, first, count);
      }
      addBias.run();
    };
  }

  /**
   * The gradients of the weights (overwritten) and, where wanted, of the input, from that of the
   * output. {@link #forward} with the same weights has been run before.
   */
  Runnable backward(
      INDArray input,
      INDArray weights,
      INDArray outputGradient,
      INDArray weightsGradient,
      Optional<INDArray> inputGradient,
      LayerShape.Allocate allocate) {
    Runnable weightsPart = weightsBackward(input, outputGradient, weightsGradient, allocate);
    return inputGradient
        .map(gradient -> inputBackward(weights, outputGradient, gradient))
        .map(
            inputPart ->
                (Runnable)
                    () -> {
                      weightsPart.run();
                      inputPart.run();
                    })
        .orElse(weightsPart);
  }

  private Runnable weightsBackward(
      INDArray input,
      INDArray outputGradient,
      INDArray weightsGradient,
      LayerShape.Allocate allocate) {
    INDArray sums = allocate.scratch("kernels' gradient", POINTS, inputs, filters);
    List<Runnable> start = new ArrayList<>();
    List<Runnable> add = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      INDArray x = matrix(spreadInput, i);
      INDArray y = matrix(spreadOutput, i);
      start.add(Operations.product(x, true, y, false, matrix(sums, i)));
      add.add(Operations.addProduct(x, true, y, false, matrix(sums, i)));
    }
    MemorySegment images = RawMemory.segment(input);
    MemorySegment gradients = RawMemory.segment(outputGradient);
    MemorySegment spreadImages = RawMemory.segment(spreadInput);
    MemorySegment spreadGradients = RawMemory.segment(spreadOutput);
    MemorySegment transformed = RawMemory.segment(sums);
    MemorySegment into = RawMemory.segment(weightsGradient);
    return () -> {
      for (int first = 0; first < samples; first += imagesAtOnce) {
        int count = Math.min(imagesAtOnce, samples - first);
        inputTiles.spread(images, first, count, spreadImages);
        outputTiles.spreadGradient(gradients, first, count, spreadGradients);
        (first == 0 ? start : add).forEach(Runnable::run);
      }
      collectKernel(transformed, into);
    };
  }

  private Runnable inputBackward(INDArray weights, INDArray outputGradient, INDArray gradient) {
    List<Runnable> multiply = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      multiply.add(
          Operations.product(
              matrix(spreadOutput, i),
              false,
              matrix(kernels, turned(i)),
              true,
              matrix(spreadInput, i)));
    }
    MemorySegment kernel = RawMemory.segment(weights);
    MemorySegment from = RawMemory.segment(outputGradient);
    MemorySegment into = RawMemory.segment(gradient);
    MemorySegment spread = RawMemory.segment(spreadOutput);
    MemorySegment products = RawMemory.segment(spreadInput);
    return () -> {
      spreadKernel(kernel);
      for (int first = 0; first < samples; first += imagesAtOnce) {
        int count = Math.min(imagesAtOnce, samples - first);
        outputTiles.spread(from, first, count, spread);
        multiply.forEach(Runnable::run);
        inputTiles.collect(products, into, first, count);
      }
    };
  }

  /** The place of a point in the transform of the kernel turned by 180°: 0 and 3 exchanged. */
  private static int turned(int point) {
    int[] turned = {3, 1, 2, 0};
    return 4 * turned[point / 4] + turned[point % 4];
  }

  /** G g Gᵀ for every input and filter. */
  private void spreadKernel(MemorySegment weights) {
    long matrix = (long) inputs * filters;
    MemorySegment into = RawMemory.segment(kernels);
    for (int input = 0; input < inputs; input++) {
      long place = (long) input * filters;
      for (int column = 0; column < 3; column++) {
        WinogradLines.kernel(
            new Lines(weights, column * matrix + place, 3 * matrix),
            new Lines(kernelLines, (long) column * filters, 3L * filters),
            filters);
      }
      for (int line = 0; line < 4; line++) {
        WinogradLines.kernel(
            new Lines(kernelLines, 3L * line * filters, filters),
            new Lines(into, 4 * line * matrix + place, matrix),
            filters);
      }
    }
  }

  /** Gᵀ ū G for every input and filter. */
  private void collectKernel(MemorySegment from, MemorySegment into) {
    long matrix = (long) inputs * filters;
    for (int input = 0; input < inputs; input++) {
      long place = (long) input * filters;
      for (int line = 0; line < 4; line++) {
        WinogradLines.kernelGradient(
            new Lines(from, 4 * line * matrix + place, matrix),
            new Lines(kernelLines, 3L * line * filters, filters),
            filters);
      }
      for (int column = 0; column < 3; column++) {
        WinogradLines.kernelGradient(
            new Lines(kernelLines, (long) column * filters, 3L * filters),
            new Lines(into, column * matrix + place, 3 * matrix),
            filters);
      }
    }
  }

  /** One of the sixteen. */
  private static INDArray matrix(INDArray array, int point) {
    return array.slice(point);
  }
}
