package org.shiftscope.compute.network;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An array of ND4J's outside the Java heap, and the same memory as Java reads and writes it. In C
 * order, without gaps.
 */
final class Buffer implements AutoCloseable {

  private final INDArray array;
  private final MemorySegment memory;
  private final boolean single;

  Buffer(Precision precision, long... shape) {
    array = Nd4j.create(precision.type(), shape);
    single = precision == Precision.SINGLE;
    memory =
        MemorySegment.ofAddress(array.data().address())
            .reinterpret(array.length() * (single ? Float.BYTES : Double.BYTES));
  }

  INDArray array() {
    return array;
  }

  double get(long index) {
    return single
        ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, index)
        : memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
  }

  void set(long index, double value) {
    if (single) {
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
    } else {
      memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
    }
  }

  /** Copies numbers in. {@code from}: not modified. */
  void write(float[] from, int first, long to, int count) {
    if (single) {
      MemorySegment.copy(from, first, memory, ValueLayout.JAVA_FLOAT, to * Float.BYTES, count);
    } else {
      for (int i = 0; i < count; i++) {
        memory.setAtIndex(ValueLayout.JAVA_DOUBLE, to + i, from[first + i]);
      }
    }
  }

  /** Copies all numbers in. {@code from}: shape [length], not modified. */
  void write(double[] from) {
    for (int i = 0; i < from.length; i++) {
      set(i, from[i]);
    }
  }

  /** Copies all numbers of another buffer of the same length and precision in. */
  void write(Buffer from) {
    memory.copyFrom(from.memory);
  }

  /**
   * this = (1 − α) from + α to, from a place on; exactly either where α is 0 or 1. {@code from},
   * {@code to}: shape [length], not modified.
   */
  void writeBetween(double[] from, double[] to, double alpha, int first) {
    for (int i = first; i < from.length; i++) {
      set(i, (1 - alpha) * from[i] + alpha * to[i]);
    }
  }

  /**
   * this = (1 − α) from + α to, in this precision. {@code from}, {@code to}: of the same length and
   * precision, not modified.
   */
  void writeBetween(Buffer from, Buffer to, double alpha) {
    if (single) {
      ValueLayout.OfFloat number = ValueLayout.JAVA_FLOAT;
      float before = (float) (1 - alpha);
      float after = (float) alpha;
      long length = memory.byteSize() / Float.BYTES;
      for (long i = 0; i < length; i++) {
        memory.setAtIndex(
            number,
            i,
            before * from.memory.getAtIndex(number, i) + after * to.memory.getAtIndex(number, i));
      }
    } else {
      ValueLayout.OfDouble number = ValueLayout.JAVA_DOUBLE;
      long length = memory.byteSize() / Double.BYTES;
      for (long i = 0; i < length; i++) {
        memory.setAtIndex(
            number,
            i,
            (1 - alpha) * from.memory.getAtIndex(number, i)
                + alpha * to.memory.getAtIndex(number, i));
      }
    }
  }

  /** Copies all numbers out. {@code into}: shape [length], modified. */
  void read(double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = get(i);
    }
  }

  /** into += weight · this. {@code into}: shape [length], modified. */
  void addTo(double[] into, double weight) {
    for (int i = 0; i < into.length; i++) {
      into[i] += weight * get(i);
    }
  }

  @Override
  public void close() {
    array.close();
  }
}
