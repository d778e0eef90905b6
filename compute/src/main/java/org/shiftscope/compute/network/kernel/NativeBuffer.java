package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An array of ND4J's outside the Java heap, and the same memory as Java reads and writes it. */
final class NativeBuffer implements Buffer {

  private final INDArray array;
  private final MemorySegment memory;
  private final boolean single;

  NativeBuffer(DataType type, long... shape) {
    array = Nd4j.create(type, shape);
    single = type == DataType.FLOAT;
    memory =
        MemorySegment.ofAddress(array.data().address())
            .reinterpret(array.length() * (single ? Float.BYTES : Double.BYTES));
  }

  @Override
  public INDArray array() {
    return array;
  }

  private double get(long index) {
    return single
        ? memory.getAtIndex(ValueLayout.JAVA_FLOAT, index)
        : memory.getAtIndex(ValueLayout.JAVA_DOUBLE, index);
  }

  private void set(long index, double value) {
    if (single) {
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, index, (float) value);
    } else {
      memory.setAtIndex(ValueLayout.JAVA_DOUBLE, index, value);
    }
  }

  @Override
  public void write(float[] from, double[] levels, int first, long to, int count) {
    if (single) {
      MemorySegment.copy(from, first, memory, ValueLayout.JAVA_FLOAT, to * Float.BYTES, count);
    } else {
      for (int i = 0; i < count; i++) {
        memory.setAtIndex(ValueLayout.JAVA_DOUBLE, to + i, Buffer.exact(from[first + i], levels));
      }
    }
  }

  /** What Java wrote is where operations read it. */
  @Override
  public void send() {}

  @Override
  public void write(double[] from) {
    write(from, 0);
  }

  @Override
  public void write(double[] from, int first) {
    for (int i = first; i < from.length; i++) {
      set(i, from[i]);
    }
  }

  @Override
  public void read(double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = get(i);
    }
  }

  @Override
  public void addTo(double[] into, double weight) {
    for (int i = 0; i < into.length; i++) {
      into[i] += weight * get(i);
    }
  }

  @Override
  public void close() {
    array.close();
  }
}
