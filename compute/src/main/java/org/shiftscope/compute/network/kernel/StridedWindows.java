package org.shiftscope.compute.network.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * What each pixel of a convolution's output sees of images in float32, "same" padding: a matrix
 * with a row [kernel, kernel, channels] for each pixel. The stretches that lie one after the other
 * both in an image and in a row are found once, since with few channels finding them takes longer
 * than copying.
 */
final class StridedWindows {

  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

  private final int pixels;
  private final int numbers;
  private final int image;

  /** Where the stretches of one image begin in it, how long they are, and where in the rows. */
  private final int[] inImage;

  private final int[] inRows;
  private final int[] lengths;

  /**
   * Finds the stretches.
   *
   * @param height of the images
   * @param width of the images
   * @param channels of the images
   * @param strides how the kernel goes over them
   */
  StridedWindows(int height, int width, int channels, Operations.Strides strides) {
    int outputWidth = Math.ceilDiv(width, strides.stride());
    int kernel = strides.kernel();
    pixels = Math.ceilDiv(height, strides.stride()) * outputWidth;
    numbers = kernel * kernel * channels;
    image = height * width * channels;
    var fromImage = IntStream.builder();
    var toRows = IntStream.builder();
    var length = IntStream.builder();
    for (int row = 0; row < pixels; row++) {
      int top = row / outputWidth * strides.stride() - kernel / 2;
      int left = row % outputWidth * strides.stride() - kernel / 2;
      int first = Math.max(0, -left);
      int last = Math.min(kernel, width - left);
      for (int line = Math.max(0, -top); line < Math.min(kernel, height - top); line++) {
        fromImage.add(((top + line) * width + left + first) * channels);
        toRows.add(((row * kernel + line) * kernel + first) * channels);
        length.add((last - first) * channels);
      }
    }
    inImage = fromImage.build().toArray();
    inRows = toRows.build().toArray();
    lengths = length.build().toArray();
  }

  /** Pixels of an image's output. */
  int pixels() {
    return pixels;
  }

  /** Numbers in a row. */
  int numbers() {
    return numbers;
  }

  /**
   * Copies. What lies outside the images is left as it is: 0, if it was.
   *
   * @param images [samples, height, width, channels], not modified
   * @param rows [count · pixels, numbers], modified
   */
  void gather(MemorySegment images, int firstSample, int count, MemorySegment rows) {
    for (int sample = 0; sample < count; sample++) {
      long from = bytes((long) (firstSample + sample) * image);
      long into = bytes((long) sample * pixels * numbers);
      for (int i = 0; i < lengths.length; i++) {
        copy(images, from + bytes(inImage[i]), rows, into + bytes(inRows[i]), lengths[i]);
      }
    }
  }

  /**
   * Overwrites images with the sums of what stands for each of their pixels.
   *
   * @param rows [count · pixels, numbers], not modified
   * @param images [samples, height, width, channels], modified
   */
  void addUp(MemorySegment rows, MemorySegment images, int firstSample, int count) {
    images.asSlice(bytes((long) firstSample * image), bytes((long) count * image)).fill((byte) 0);
    for (int sample = 0; sample < count; sample++) {
      long into = bytes((long) (firstSample + sample) * image);
      long from = bytes((long) sample * pixels * numbers);
      for (int i = 0; i < lengths.length; i++) {
        add(rows, from + bytes(inRows[i]), images, into + bytes(inImage[i]), lengths[i]);
      }
    }
  }

  private static void copy(
      MemorySegment from, long start, MemorySegment into, long place, int length) {
    int whole = LANES.loopBound(length);
    for (int i = 0; i < whole; i += LANES.length()) {
      load(from, start + bytes(i)).intoMemorySegment(into, place + bytes(i), NATIVE);
    }
    if (whole < length) {
      VectorMask<Float> rest = LANES.indexInRange(whole, length);
      load(from, start + bytes(whole), rest)
          .intoMemorySegment(into, place + bytes(whole), NATIVE, rest);
    }
  }

  private static void add(
      MemorySegment from, long start, MemorySegment into, long place, int length) {
    int whole = LANES.loopBound(length);
    for (int i = 0; i < whole; i += LANES.length()) {
      load(into, place + bytes(i))
          .add(load(from, start + bytes(i)))
          .intoMemorySegment(into, place + bytes(i), NATIVE);
    }
    if (whole < length) {
      VectorMask<Float> rest = LANES.indexInRange(whole, length);
      load(into, place + bytes(whole), rest)
          .add(load(from, start + bytes(whole), rest))
          .intoMemorySegment(into, place + bytes(whole), NATIVE, rest);
    }
  }

  private static FloatVector load(MemorySegment memory, long at) {
    return FloatVector.fromMemorySegment(LANES, memory, at, NATIVE);
  }

  private static FloatVector load(MemorySegment memory, long at, VectorMask<Float> there) {
    return FloatVector.fromMemorySegment(LANES, memory, at, NATIVE, there);
  }

  private static long bytes(long numbers) {
    return numbers * Float.BYTES;
  }
}
