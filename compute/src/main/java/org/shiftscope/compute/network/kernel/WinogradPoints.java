package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.shiftscope.compute.network.kernel.WinogradLines.Lines;

/**
 * The 16 matrices of Winograd's F(2 × 2, 3 × 3), one for each point of the transform, [rows,
 * columns] each. The same place of all 16 is read or written together: they lie some cache lines
 * more than their size apart, since at a distance of a power of two they would drive each other out
 * of the cache.
 */
final class WinogradPoints {

  static final int COUNT = 16;

  /** Lines of a square of points. */
  static final int SIDE = 4;

  /** Five cache lines: sixteen times that, no two are the same modulo a page. */
  private static final int GAP = 80;

  private final INDArray array;
  private final MemorySegment memory;
  private final long rows;
  private final long columns;
  private final long step;

  WinogradPoints(String purpose, long rows, long columns, Allocate allocate) {
    this.rows = rows;
    this.columns = columns;
    step = rows * columns + GAP;
    array = allocate.scratch(purpose, COUNT * step);
    memory = RawMemory.segment(array);
  }

  /** The matrix of a point, [rows, columns]. */
  INDArray matrix(int point) {
    return Operations.view(array, point * step, rows, columns);
  }

  /** A row of four neighbouring matrices. */
  Lines row(long row, int line) {
    return new Lines(memory, SIDE * line * step + row * columns, step);
  }

  /** Makes all numbers 0. */
  void clear() {
    memory.fill((byte) 0);
  }
}
