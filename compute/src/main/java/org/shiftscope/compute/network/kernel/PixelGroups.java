package org.shiftscope.compute.network.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How a convolution's filters fill the processor's vectors, in float32. Filters that fill no pair
 * of vectors share it: the same filters for some neighbouring pixels of a line, a group, are taken
 * for more filters of a wider kernel, which does not see some pixels of the group. The results of a
 * group lie one after the other in the vectors, as they do in memory.
 *
 * @param width pixels in a line
 * @param kernel side of the kernel
 * @param filters results for each pixel
 * @param size pixels in a group; the last group of a line may reach over its end
 */
record PixelGroups(int width, int kernel, int filters, int size) {

  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  /** Two vectors make use of each number of the image that is read for them. */
  static final int PAIR = 2 * LANES.length();

  /** Groups of the size that takes the fewest products. */
  PixelGroups(int width, int kernel, int filters) {
    this(width, kernel, filters, best(width, kernel, filters));
  }

  private static int best(int width, int kernel, int filters) {
    int best = 1;
    for (int size = 2; size * filters <= PAIR; size++) {
      if (products(width, kernel, size) < products(width, kernel, best)) {
        best = size;
      }
    }
    return best;
  }

  private static int products(int width, int kernel, int size) {
    return Math.ceilDiv(width, size) * (kernel + size - 1);
  }

  /** Groups in a line. */
  int inLine() {
    return Math.ceilDiv(width, size);
  }

  /** Pixels of the image that a group sees of a line. */
  int span() {
    return kernel + size - 1;
  }

  /** Pixels of the image that all groups see of a line. */
  int paddedWidth() {
    return inLine() * size + kernel - 1;
  }

  /** Numbers of a group's results. */
  int results() {
    return size * filters;
  }

  /** Numbers of the results of a line of groups. */
  int resultsInLine() {
    return inLine() * results();
  }

  /** Pairs of vectors of a group's results; the last may not be full. */
  int pairs() {
    return Math.ceilDiv(results(), PAIR);
  }
}
