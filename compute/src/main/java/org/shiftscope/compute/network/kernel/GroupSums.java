package org.shiftscope.compute.network.kernel;

import static org.shiftscope.compute.network.kernel.PixelGroups.PAIR;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * The gradients of a convolution's weights and biases, before those of the pixels of a group are
 * added up: a pair of vectors for each number that a group sees.
 */
final class GroupSums {

  private final PixelGroups groups;
  private final int inputs;
  private final int numbers;
  private final float[] weights;
  private final float[] biases;

  /**
   * Zeros.
   *
   * @param multiple what the numbers that a group sees of a line are rounded up to
   */
  GroupSums(PixelGroups groups, int inputs, int multiple) {
    this.groups = groups;
    this.inputs = inputs;
    numbers = Math.ceilDiv(groups.span() * inputs, multiple) * multiple;
    weights = new float[place(groups.pairs(), 0, 0)];
    biases = new float[groups.pairs() * PAIR];
  }

  /** [pairs, kernel, numbers, PAIR]. */
  float[] ofWeights() {
    return weights;
  }

  /** [pairs, PAIR]. */
  float[] ofBiases() {
    return biases;
  }

  /** Where the pair of vectors begins for a number of a line that a group sees. */
  int place(int pair, int line, int number) {
    return ((pair * groups.kernel() + line) * numbers + number) * PAIR;
  }

  void clear() {
    Arrays.fill(weights, 0);
    Arrays.fill(biases, 0);
  }

  /**
   * Adds up the pixels of the groups.
   *
   * @param weightsGradient [kernel, kernel, inputs, filters], modified
   * @param biasGradient [filters], modified
   */
  void collect(MemorySegment weightsGradient, MemorySegment biasGradient) {
    int seen = groups.kernel() * inputs;
    for (int filter = 0; filter < groups.filters(); filter++) {
      for (int row = 0; row < groups.kernel() * seen; row++) {
        weightsGradient.setAtIndex(
            ValueLayout.JAVA_FLOAT,
            (long) row * groups.filters() + filter,
            weight(row / seen, row % seen, filter));
      }
      biasGradient.setAtIndex(ValueLayout.JAVA_FLOAT, filter, bias(filter));
    }
  }

  private float weight(int line, int number, int filter) {
    float sum = 0;
    for (int pixel = 0; pixel < groups.size(); pixel++) {
      int result = pixel * groups.filters() + filter;
      sum += weights[place(result / PAIR, line, number + pixel * inputs) + result % PAIR];
    }
    return sum;
  }

  private float bias(int filter) {
    float sum = 0;
    for (int pixel = 0; pixel < groups.size(); pixel++) {
      sum += biases[pixel * groups.filters() + filter];
    }
    return sum;
  }
}
