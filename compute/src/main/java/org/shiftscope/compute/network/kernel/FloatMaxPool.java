package org.shiftscope.compute.network.kernel;

import static org.shiftscope.compute.network.kernel.PixelGroups.LANES;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The largest of each 2 × 2 square in float32, many times as fast as ND4J's. Of equals the first in
 * reading order counts. An odd last row or column is dropped.
 *
 * <p>Two lines of an image at a time lie in Java's memory, with room at the end: where channels
 * fill no vector, a pixel is read and written along with what follows it, and what follows is
 * written right later.
 */
final class FloatMaxPool {

  private final int samples;
  private final int height;
  private final int width;
  private final int channels;
  private final float[] upper;
  private final float[] lower;
  private final float[] upperGradient;
  private final float[] lowerGradient;
  private final float[] pooled;

  /** For images [samples, height, width, channels]. */
  FloatMaxPool(INDArray images) {
    samples = Math.toIntExact(images.size(0));
    height = Math.toIntExact(images.size(1));
    width = Math.toIntExact(images.size(2));
    channels = Math.toIntExact(images.size(3));
    int room = width * channels + LANES.length();
    upper = new float[room];
    lower = new float[room];
    upperGradient = new float[room];
    lowerGradient = new float[room];
    pooled = new float[room];
  }

  /** {@code input}: not modified; {@code output}: [samples, height / 2, width / 2, channels]. */
  void forward(MemorySegment input, MemorySegment output) {
    for (int line = 0; line < samples * (height / 2); line++) {
      load(input, line);
      for (int column = 0; column < width / 2; column++) {
        for (int i = 0; i < channels; i += LANES.length()) {
          int from = 2 * column * channels + first(i);
          larger(upper, from)
              .max(larger(lower, from))
              .intoArray(pooled, column * channels + first(i));
        }
      }
      int count = width / 2 * channels;
      MemorySegment.copy(
          pooled, 0, output, ValueLayout.JAVA_FLOAT, (long) line * count * Float.BYTES, count);
    }
  }

  /** Takes each gradient to where the largest stood. {@code inputGradient}: overwritten. */
  void backward(MemorySegment input, MemorySegment outputGradient, MemorySegment inputGradient) {
    if (height % 2 == 1) {
      inputGradient.fill((byte) 0);
    }
    int count = width / 2 * channels;
    for (int line = 0; line < samples * (height / 2); line++) {
      load(input, line);
      MemorySegment.copy(
          outputGradient,
          ValueLayout.JAVA_FLOAT,
          (long) line * count * Float.BYTES,
          pooled,
          0,
          count);
      for (int column = 0; column < width / 2; column++) {
        for (int i = 0; i < channels; i += LANES.length()) {
          spread(2 * column * channels + first(i), column * channels + first(i));
        }
      }
      Arrays.fill(upperGradient, 2 * count, upperGradient.length, 0);
      Arrays.fill(lowerGradient, 2 * count, lowerGradient.length, 0);
      store(inputGradient, line);
    }
  }

  /** The last vector of a pixel's channels ends with them, if they fill one. */
  private int first(int channel) {
    return Math.max(0, Math.min(channel, channels - LANES.length()));
  }

  private FloatVector larger(float[] line, int left) {
    return FloatVector.fromArray(LANES, line, left)
        .max(FloatVector.fromArray(LANES, line, left + channels));
  }

  private void spread(int to, int from) {
    FloatVector a = FloatVector.fromArray(LANES, upper, to);
    FloatVector b = FloatVector.fromArray(LANES, upper, to + channels);
    FloatVector c = FloatVector.fromArray(LANES, lower, to);
    FloatVector d = FloatVector.fromArray(LANES, lower, to + channels);
    FloatVector gradient = FloatVector.fromArray(LANES, pooled, from);
    FloatVector zero = FloatVector.zero(LANES);
    VectorMask<Float> below = a.max(b).lt(c.max(d));
    FloatVector above = gradient.blend(zero, below);
    FloatVector beneath = zero.blend(gradient, below);
    VectorMask<Float> right = a.lt(b);
    above.blend(zero, right).intoArray(upperGradient, to);
    zero.blend(above, right).intoArray(upperGradient, to + channels);
    VectorMask<Float> rightBelow = c.lt(d);
    beneath.blend(zero, rightBelow).intoArray(lowerGradient, to);
    zero.blend(beneath, rightBelow).intoArray(lowerGradient, to + channels);
  }

  /** The two lines of the input that a line of the output depends on. */
  private void load(MemorySegment input, int line) {
    int count = width * channels;
    MemorySegment.copy(input, ValueLayout.JAVA_FLOAT, place(line, 0), upper, 0, count);
    MemorySegment.copy(input, ValueLayout.JAVA_FLOAT, place(line, 1), lower, 0, count);
  }

  private void store(MemorySegment inputGradient, int line) {
    int count = width * channels;
    MemorySegment.copy(
        upperGradient, 0, inputGradient, ValueLayout.JAVA_FLOAT, place(line, 0), count);
    MemorySegment.copy(
        lowerGradient, 0, inputGradient, ValueLayout.JAVA_FLOAT, place(line, 1), count);
  }

  /** Byte at which one of the two lines begins; {@code line}: of the output, over all samples. */
  private long place(int line, int second) {
    int sample = line / (height / 2);
    int top = line % (height / 2) * 2;
    return ((long) sample * height + top + second) * width * channels * Float.BYTES;
  }
}
