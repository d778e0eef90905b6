package org.shiftscope.compute.estimate;

/**
 * Memory, in bytes: what something needs, or what there is.
 *
 * @param heap Java's own
 * @param arrays outside of it, where ND4J keeps its arrays
 */
public record Memory(long heap, long arrays) {

  static final Memory NONE = new Memory(0, 0);

  /** Both together. */
  public Memory plus(Memory other) {
    return new Memory(heap + other.heap, arrays + other.arrays);
  }

  /** What is left when some is taken; below 0 where there is not so much. */
  public Memory minus(Memory taken) {
    return new Memory(heap - taken.heap, arrays - taken.arrays);
  }

  Memory times(int count) {
    return new Memory(Math.multiplyExact(heap, count), Math.multiplyExact(arrays, count));
  }

  /** Whether there is as much of either as in another. */
  public boolean holds(Memory need) {
    return need.heap <= heap && need.arrays <= arrays;
  }

  /** Of both kinds. */
  public long bytes() {
    return heap + arrays;
  }
}
