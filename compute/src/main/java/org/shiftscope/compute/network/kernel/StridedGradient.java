package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradients of a convolution of a stride in float32 by products of matrices: with a row of R
 * for what each pixel of the output sees, W's gradient is Rᵀ z̄, and the input's is z̄ Wᵀ, whose
 * rows are added up to where R's were taken from. Some images at a time, so that R stays in the
 * cache. ND4J's own operation is slower, for 1 × 1 kernels by far.
 */
final class StridedGradient {

  /** Rows at a time, at least: products of fewer are slower. */
  private static final int ROWS = 512;

  private final INDArray input;
  private final INDArray weights;
  private final StridedWindows windows;
  private final int samples;
  private final int imagesAtOnce;
  private final INDArray rows;
  private final INDArray rowsGradient;

  /**
   * Makes room for the rows.
   *
   * @param input in float32, [samples, height, width, inputs], not modified
   * @param weights W, [kernel, kernel, inputs, filters], not modified
   */
  StridedGradient(INDArray input, INDArray weights, Operations.Strides strides, Allocate allocate) {
    this.input = input;
    this.weights = weights;
    windows =
        new StridedWindows(
            Math.toIntExact(input.size(1)),
            Math.toIntExact(input.size(2)),
            Math.toIntExact(input.size(3)),
            strides);
    samples = Math.toIntExact(input.size(0));
    imagesAtOnce = Math.min(samples, Math.ceilDiv(ROWS, windows.pixels()));
    long most = (long) imagesAtOnce * windows.pixels();
    // Its own: what lies outside the images is never written, and stays 0.
    rows = allocate.zeros(most, windows.numbers());
    rowsGradient = allocate.scratch("windows' gradient", most, windows.numbers());
  }

  /**
   * Overwrites the gradients when it is run.
   *
   * @param outputGradient z̄, not modified
   * @param biasGradient writes the gradient of the biases
   */
  Runnable bind(
      INDArray outputGradient, Operations.ConvolutionGradients gradients, Runnable biasGradient) {
    Runnable[] parts =
        IntStream.iterate(0, first -> first < samples, first -> first + imagesAtOnce)
            .mapToObj(first -> part(first, outputGradient, gradients))
            .toArray(Runnable[]::new);
    return () -> {
      biasGradient.run();
      for (Runnable part : parts) {
        part.run();
      }
    };
  }

  /** The gradients' share of some images. */
  private Runnable part(
      int first, INDArray outputGradient, Operations.ConvolutionGradients gradients) {
    int count = Math.min(imagesAtOnce, samples - first);
    long length = (long) count * windows.pixels();
    INDArray seen = lines(rows, 0, length);
    INDArray back = lines(rowsGradient, 0, length);
    long filters = weights.size(3);
    INDArray output =
        lines(
            outputGradient.reshape('c', outputGradient.length() / filters, filters),
            (long) first * windows.pixels(),
            length);
    Runnable ofWeights =
        new MatrixProduct(
                seen,
                true,
                output,
                false,
                first == 0 ? 0 : 1,
                gradients.weights().reshape('c', windows.numbers(), filters))
            .bind();
    Runnable ofRows =
        new MatrixProduct(
                output, false, weights.reshape('c', windows.numbers(), filters), true, 0, back)
            .bind();
    MemorySegment images = RawMemory.segment(input);
    MemorySegment into = RawMemory.segment(seen);
    MemorySegment from = RawMemory.segment(back);
    Optional<MemorySegment> inputGradient = gradients.input().map(RawMemory::segment);
    return () -> {
      windows.gather(images, first, count, into);
      ofWeights.run();
      inputGradient.ifPresent(
          gradient -> {
            ofRows.run();
            windows.addUp(from, gradient, first, count);
          });
    };
  }

  /** Some lines of a matrix. */
  private static INDArray lines(INDArray matrix, long first, long count) {
    long columns = matrix.size(1);
    INDArray vector = matrix.reshape('c', new long[] {matrix.length()});
    return Operations.view(vector, first * columns, count, columns);
  }
}
