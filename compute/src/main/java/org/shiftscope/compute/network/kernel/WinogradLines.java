package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one-dimensional transforms of Winograd's F(2, 3) (Lavin and Gray 2016, arXiv 1509.09308,
 * section 4.1), each on several lines of numbers at once: line i of the result is a sum of the
 * lines given, number by number. Doing one along the columns of a tile and then along its rows
 * gives F(2 × 2, 3 × 3). Lines have a multiple of 16 numbers, float32; places and steps count
 * numbers.
 */
final class WinogradLines {

  /** Every line is a multiple of this, so that whole vectors fit whatever the processor's width. */
  static final int MULTIPLE = 16;

  static final VectorSpecies<Float> LANES =
      FloatVector.SPECIES_PREFERRED.length() <= MULTIPLE
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;

  private WinogradLines() {}

  /** Bᵀ: four lines of an image to four. */
  static void input(Lines from, Lines into, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      FloatVector a = from.load(0, i);
      FloatVector b = from.load(1, i);
      FloatVector c = from.load(2, i);
      FloatVector d = from.load(3, i);
      into.store(0, i, a.sub(c));
      into.store(1, i, b.add(c));
      into.store(2, i, c.sub(b));
      into.store(3, i, b.sub(d));
    }
  }

  /** G: three lines of a kernel to four. */
  static void kernel(Lines from, Lines into, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      FloatVector a = from.load(0, i);
      FloatVector b = from.load(1, i).mul(0.5f);
      FloatVector c = from.load(2, i);
      FloatVector outer = a.add(c).mul(0.5f);
      into.store(0, i, a);
      into.store(1, i, outer.add(b));
      into.store(2, i, outer.sub(b));
      into.store(3, i, c);
    }
  }

  /** Aᵀ: four lines of products to two of the output. */
  static void output(Lines from, Lines into, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      FloatVector b = from.load(1, i);
      FloatVector c = from.load(2, i);
      into.store(0, i, from.load(0, i).add(b).add(c));
      into.store(1, i, b.sub(c).sub(from.load(3, i)));
    }
  }

  /** A: two lines of the output's gradient to four of the products'. */
  static void outputGradient(Lines from, Lines into, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      FloatVector a = from.load(0, i);
      FloatVector b = from.load(1, i);
      into.store(0, i, a);
      into.store(1, i, a.add(b));
      into.store(2, i, a.sub(b));
      into.store(3, i, b.neg());
    }
  }

  /** Gᵀ: four lines of the transformed kernel's gradient to three of the kernel's. */
  static void kernelGradient(Lines from, Lines into, int count) {
    for (int i = 0; i < count; i += LANES.length()) {
      FloatVector b = from.load(1, i).mul(0.5f);
      FloatVector c = from.load(2, i).mul(0.5f);
      FloatVector both = b.add(c);
      into.store(0, i, from.load(0, i).add(both));
      into.store(1, i, b.sub(c));
      into.store(2, i, both.add(from.load(3, i)));
    }
  }

  /**
   * Lines in memory.
   *
   * @param memory float32 numbers
   * @param first where line 0 begins
   * @param step from one line to the next
   */
  record Lines(MemorySegment memory, long first, long step) {

    private FloatVector load(int line, int number) {
      return FloatVector.fromMemorySegment(
          LANES, memory, place(line, number), ByteOrder.nativeOrder());
    }

    private void store(int line, int number, FloatVector values) {
      values.intoMemorySegment(memory, place(line, number), ByteOrder.nativeOrder());
    }

    private long place(int line, int number) {
      return (first + line * step + number) * Float.BYTES;
    }
  }
}
