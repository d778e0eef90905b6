package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Operations on float32 arrays in plain Java, for where calling ND4J costs more than the arithmetic
 * (15 µs a call). They give ND4J's bits. Arrays are in C order, without gaps.
 */
final class FloatLoops {

  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private FloatLoops() {}

  /** output = max(0, input). {@code input}: [n], not modified; {@code output}: [n], modified. */
  static void relu(MemorySegment input, MemorySegment output) {
    int length = length(output);
    for (int i = 0; i < length; i++) {
      float value = input.getAtIndex(FLOAT, i);
      // A NaN stays one, so that divergence is seen.
      output.setAtIndex(FLOAT, i, value < 0 ? 0 : value);
    }
  }

  /** output = 1 where input > 0, else 0. */
  static void step(MemorySegment input, MemorySegment output) {
    int length = length(output);
    for (int i = 0; i < length; i++) {
      output.setAtIndex(FLOAT, i, input.getAtIndex(FLOAT, i) > 0 ? 1 : 0);
    }
  }

  /** result = a ∘ b; may be one of them. */
  static void multiply(MemorySegment a, MemorySegment b, MemorySegment result) {
    int length = length(result);
    for (int i = 0; i < length; i++) {
      result.setAtIndex(FLOAT, i, a.getAtIndex(FLOAT, i) * b.getAtIndex(FLOAT, i));
    }
  }

  /** result = (1 − α) from + α to; exactly one of them where α is 0 or 1. */
  static void between(MemorySegment from, MemorySegment to, float alpha, MemorySegment result) {
    int length = length(result);
    float rest = 1 - alpha;
    for (int i = 0; i < length; i++) {
      result.setAtIndex(
          FLOAT, i, rest * from.getAtIndex(FLOAT, i) + alpha * to.getAtIndex(FLOAT, i));
    }
  }

  /** Adds the bias to every row. {@code rows}: [n, columns], modified; {@code bias}: [columns]. */
  static void addBias(MemorySegment rows, MemorySegment bias) {
    int length = length(rows);
    int columns = length(bias);
    for (int row = 0; row < length; row += columns) {
      for (int i = 0; i < columns; i++) {
        rows.setAtIndex(
            FLOAT, row + i, rows.getAtIndex(FLOAT, row + i) + bias.getAtIndex(FLOAT, i));
      }
    }
  }

  private static int length(MemorySegment floats) {
    return Math.toIntExact(floats.byteSize() / Float.BYTES);
  }
}
