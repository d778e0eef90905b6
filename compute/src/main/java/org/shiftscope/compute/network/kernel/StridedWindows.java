package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What each pixel of a convolution's output sees of images in float32, "same" padding: a matrix
 * with a row [kernel, kernel, channels] for each pixel.
 *
 * @param height of the images
 * @param width of the images
 * @param channels a multiple of {@link WinogradLines#MULTIPLE}
 * @param strides how the kernel goes over them
 */
record StridedWindows(int height, int width, int channels, Operations.Strides strides) {

  private static final VectorSpecies<Float> LANES = WinogradLines.LANES;

  /** Pixels of an image's output. */
  int pixels() {
    return Math.ceilDiv(height, strides.stride()) * Math.ceilDiv(width, strides.stride());
  }

  /** Numbers in a row. */
  int numbers() {
    return strides.kernel() * strides.kernel() * channels;
  }

  /**
   * Copies. What lies outside the images is left as it is: 0, if it was.
   *
   * @param images [samples, height, width, channels], not modified
   * @param rows [count · pixels, numbers], modified
   */
  void gather(MemorySegment images, int firstSample, int count, MemorySegment rows) {
    each(
        firstSample,
        count,
        (inImages, inRows, length) -> MemorySegment.copy(images, inImages, rows, inRows, length));
  }

  /**
   * Overwrites images with the sums of what stands for each of their pixels.
   *
   * @param rows [count · pixels, numbers], not modified
   * @param images [samples, height, width, channels], modified
   */
  void addUp(MemorySegment rows, MemorySegment images, int firstSample, int count) {
    long image = (long) height * width * channels * Float.BYTES;
    images.asSlice(firstSample * image, count * image).fill((byte) 0);
    each(
        firstSample,
        count,
        (inImages, inRows, length) -> {
          for (long i = 0; i < length; i += LANES.vectorByteSize()) {
            load(images, inImages + i)
                .add(load(rows, inRows + i))
                .intoMemorySegment(images, inImages + i, ByteOrder.nativeOrder());
          }
        });
  }

  private static FloatVector load(MemorySegment memory, long at) {
    return FloatVector.fromMemorySegment(LANES, memory, at, ByteOrder.nativeOrder());
  }

  /** The stretches of the images that lie one after the other in a row too. */
  private void each(int firstSample, int count, Stretch stretch) {
    int outputWidth = Math.ceilDiv(width, strides.stride());
    int padding = strides.kernel() / 2;
    for (int row = 0; row < count * pixels(); row++) {
      int sample = firstSample + row / pixels();
      int top = row % pixels() / outputWidth * strides.stride() - padding;
      int left = row % outputWidth * strides.stride() - padding;
      int first = Math.max(0, -left);
      int last = Math.min(strides.kernel(), width - left);
      for (int line = 0; line < strides.kernel(); line++) {
        if (top + line >= 0 && top + line < height) {
          long pixel = ((long) sample * height + top + line) * width + left + first;
          long place = ((long) row * strides.kernel() + line) * strides.kernel() + first;
          stretch.of(bytes(pixel), bytes(place), bytes(last - first));
        }
      }
    }
  }

  private long bytes(long pixels) {
    return pixels * channels * Float.BYTES;
  }

  private interface Stretch {
    void of(long inImages, long inRows, long length);
  }
}
