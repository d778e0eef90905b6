package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Operations on float64 arrays in plain Java; see {@link FloatLoops}. */
final class DoubleLoops {

  private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE;

  private DoubleLoops() {}

  /** result = (1 − α) from + α to; exactly one of them where α is 0 or 1. */
  static void between(MemorySegment from, MemorySegment to, double alpha, MemorySegment result) {
    long length = result.byteSize() / Double.BYTES;
    double rest = 1 - alpha;
    for (long i = 0; i < length; i++) {
      result.setAtIndex(
          DOUBLE, i, rest * from.getAtIndex(DOUBLE, i) + alpha * to.getAtIndex(DOUBLE, i));
    }
  }
}
