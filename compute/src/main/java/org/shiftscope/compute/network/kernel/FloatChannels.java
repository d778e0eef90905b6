package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * What batch norm does over all pixels, in plain Java on float32 arrays [rows, channels] in C order
 * without gaps; sums are float64. As fast as the memory.
 */
final class FloatChannels {

  private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

  private FloatChannels() {}

  /** The mean and the biased variance of each channel. */
  static void moments(MemorySegment array, double[] mean, double[] variance) {
    sums(array, array, mean, variance);
    double rows = (double) length(array) / mean.length;
    for (int c = 0; c < mean.length; c++) {
      mean[c] /= rows;
      // float32 numbers and their squares are exact in float64, so little is lost here.
      variance[c] = Math.max(0, variance[c] / rows - mean[c] * mean[c]);
    }
  }

  /** sums = Σ a and products = Σ a b over the rows. */
  static void sums(MemorySegment a, MemorySegment b, double[] sums, double[] products) {
    Arrays.fill(sums, 0);
    Arrays.fill(products, 0);
    int length = length(a);
    int channels = sums.length;
    for (int row = 0; row < length; row += channels) {
      for (int c = 0; c < channels; c++) {
        double value = a.getAtIndex(FLOAT, row + c);
        sums[c] += value;
        products[c] += value * b.getAtIndex(FLOAT, row + c);
      }
    }
  }

  /** output = scale input + shift. */
  static void scale(MemorySegment input, double[] scale, double[] shift, MemorySegment output) {
    int length = length(output);
    int channels = scale.length;
    for (int row = 0; row < length; row += channels) {
      for (int c = 0; c < channels; c++) {
        double value = scale[c] * input.getAtIndex(FLOAT, row + c) + shift[c];
        output.setAtIndex(FLOAT, row + c, (float) value);
      }
    }
  }

  /** output += scale input. */
  static void addScaled(MemorySegment input, double[] scale, MemorySegment output) {
    int length = length(output);
    int channels = scale.length;
    for (int row = 0; row < length; row += channels) {
      for (int c = 0; c < channels; c++) {
        double value =
            output.getAtIndex(FLOAT, row + c) + scale[c] * input.getAtIndex(FLOAT, row + c);
        output.setAtIndex(FLOAT, row + c, (float) value);
      }
    }
  }

  private static int length(MemorySegment floats) {
    return Math.toIntExact(floats.byteSize() / Float.BYTES);
  }
}
