package org.shiftscope.compute.network.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of ND4J's arrays, for code that works on it without ND4J. */
final class RawMemory {

  private RawMemory() {}

  /** Where an array starts; a view within its vector. The array must outlive the pointer. */
  static Pointer pointer(INDArray array) {
    // Unlike the data's address, this one counts a view's offset in.
    return array.data().addressPointer();
  }

  /**
   * The numbers of an array without gaps, in C order. The segment keeps the array from being
   * collected, not from being closed.
   */
  static MemorySegment segment(INDArray array) {
    requireRows(array);
    return MemorySegment.ofAddress(pointer(array).address())
        .reinterpret(
            array.length() * array.dataType().width(),
            Arena.ofAuto(),
            segment -> Reference.reachabilityFence(array));
  }

  /** Refuses an array that is not in C order or has gaps. */
  static void requireRows(INDArray array) {
    long stride = 1;
    for (int i = array.rank() - 1; i >= 0; i--) {
      if (array.size(i) != 1 && array.stride(i) != stride) {
        throw new IllegalArgumentException("Not in C order: " + array.shapeInfoToString());
      }
      stride *= array.size(i);
    }
  }
}
