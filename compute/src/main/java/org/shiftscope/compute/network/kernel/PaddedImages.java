package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Images in float32 with the zeros around them that a kernel sees, in Java's memory, line by line:
 * [images, height + kernel − 1, padded width, channels].
 */
final class PaddedImages {

  private final int count;
  private final int height;
  private final int channels;
  private final PixelGroups groups;
  private final float[] numbers;

  /**
   * Zeros.
   *
   * @param count number of images
   * @param spare numbers at the end that are read along with others and not used
   */
  PaddedImages(int count, int height, int channels, PixelGroups groups, int spare) {
    this.count = count;
    this.height = height;
    this.channels = channels;
    this.groups = groups;
    numbers = new float[count * image() + spare];
  }

  float[] numbers() {
    return numbers;
  }

  /** Numbers from a line to the next one. */
  int line() {
    return groups.paddedWidth() * channels;
  }

  private int image() {
    return (height + groups.kernel() - 1) * line();
  }

  /** Where what a group of pixels sees begins, group by group. */
  int[] places() {
    int[] places = new int[count * height * groups.inLine()];
    for (int i = 0; i < places.length; i++) {
      int line = i / groups.inLine();
      int column = i % groups.inLine() * groups.size();
      places[i] = line / height * image() + line % height * line() + column * channels;
    }
    return places;
  }

  /**
   * Takes images in, at most as many as fit.
   *
   * @param from [samples, height, width, channels], not modified
   */
  void load(MemorySegment from, int firstSample, int samples) {
    int length = groups.width() * channels;
    int padding = groups.kernel() / 2;
    for (int i = 0; i < samples; i++) {
      for (int y = 0; y < height; y++) {
        MemorySegment.copy(
            from,
            ValueLayout.JAVA_FLOAT,
            ((long) (firstSample + i) * height + y) * length * Float.BYTES,
            numbers,
            i * image() + (y + padding) * line() + padding * channels,
            length);
      }
    }
  }
}
