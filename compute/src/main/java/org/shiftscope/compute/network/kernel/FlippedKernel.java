package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The kernel with which the gradient of a convolution's input is a convolution of its output's
 * gradient: turned by 180°, inputs and filters exchanged. For stride 1 and "same" padding.
 */
final class FlippedKernel {

  private FlippedKernel() {}

  /**
   * Copies.
   *
   * @param weights [kernel, kernel, inputs, filters] in float32, not modified
   * @param flipped [kernel, kernel, filters, inputs], modified
   */
  static Runnable flip(INDArray weights, INDArray flipped) {
    int squares = Math.toIntExact(weights.size(0) * weights.size(1));
    int inputs = Math.toIntExact(weights.size(2));
    int filters = Math.toIntExact(weights.size(3));
    MemorySegment from = RawMemory.segment(weights);
    MemorySegment into = RawMemory.segment(flipped);
    return () -> {
      for (int square = 0; square < squares; square++) {
        int first = square * inputs * filters;
        int last = (squares - 1 - square) * inputs * filters;
        for (int i = 0; i < inputs; i++) {
          for (int j = 0; j < filters; j++) {
            into.setAtIndex(
                ValueLayout.JAVA_FLOAT,
                last + j * inputs + i,
                from.getAtIndex(ValueLayout.JAVA_FLOAT, first + i * filters + j));
          }
        }
      }
    };
  }
}
