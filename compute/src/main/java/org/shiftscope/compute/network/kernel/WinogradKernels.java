package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import org.shiftscope.compute.network.kernel.WinogradLines.Lines;

/**
 * Kernels [3, 3, inputs, filters] as the 16 matrices [inputs, filters] of Winograd's F(2 × 2, 3 ×
 * 3), and their gradients back again.
 */
final class WinogradKernels {

  private final int inputs;
  private final int filters;
  private final long matrix;
  private final MemorySegment lines;

  WinogradKernels(int inputs, int filters, Allocate allocate) {
    this.inputs = inputs;
    this.filters = filters;
    matrix = (long) inputs * filters;
    lines = RawMemory.segment(allocate.scratch("kernel lines", WinogradPoints.SIDE, 3, filters));
  }

  /** G g Gᵀ for every input and filter. {@code into}: [inputs, filters] each, modified. */
  void spread(MemorySegment weights, WinogradPoints into) {
    for (int input = 0; input < inputs; input++) {
      for (int column = 0; column < 3; column++) {
        WinogradLines.kernel(weight(weights, input, column), ofColumn(column), filters);
      }
      for (int line = 0; line < WinogradPoints.SIDE; line++) {
        WinogradLines.kernel(ofLine(line), into.row(input, line), filters);
      }
    }
  }

  /** Gᵀ ū G for every input and filter. {@code weightsGradient}: modified. */
  void collect(WinogradPoints from, MemorySegment weightsGradient) {
    for (int input = 0; input < inputs; input++) {
      for (int line = 0; line < WinogradPoints.SIDE; line++) {
        WinogradLines.kernelGradient(from.row(input, line), ofLine(line), filters);
      }
      for (int column = 0; column < 3; column++) {
        WinogradLines.kernelGradient(
            ofColumn(column), weight(weightsGradient, input, column), filters);
      }
    }
  }

  private Lines weight(MemorySegment weights, int input, int column) {
    return new Lines(weights, column * matrix + (long) input * filters, 3 * matrix);
  }

  private Lines ofColumn(int column) {
    return new Lines(lines, (long) column * filters, 3L * filters);
  }

  private Lines ofLine(int line) {
    return new Lines(lines, 3L * line * filters, filters);
  }
}
