package org.shiftscope.compute.data;

import java.util.Arrays;

/**
 * Samples and their classes, in a fixed order. The arrays are shared, not copied: nobody may modify
 * them.
 *
 * @param features shape [count · size]; sample after sample, each height × width × channels, in [0,
 *     1]
 * @param classes shape [count]; 0 to 9
 * @param levels the numbers that features are float32 roundings of, such as k / 255 at k; shape
 *     [largest k + 1]. Empty where the features are the numbers themselves
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record Samples(float[] features, byte[] classes, double[] levels) {

  private static final double[] ITSELF = {};

  /** Samples whose features are exact: sixteenths, or numbers that were drawn so. */
  public Samples(float[] features, byte[] classes) {
    this(features, classes, ITSELF);
  }

  /** Pixels of a byte each, divided by 255. {@code features}: their float32 roundings. */
  static Samples ofBytes(float[] features, byte[] classes) {
    double[] levels = new double[256];
    Arrays.setAll(levels, k -> k / 255.0);
    return new Samples(features, classes, levels);
  }

  /** Number of samples. */
  public int count() {
    return classes.length;
  }

  /** The first of them; these themselves where that is all. */
  Samples first(int count) {
    return count == count()
        ? this
        : new Samples(
            Arrays.copyOf(features, count * (features.length / count())),
            Arrays.copyOf(classes, count),
            levels);
  }

  /** Some of them, copied. {@code numbers}: from 0, not modified. */
  public Samples choose(int[] numbers) {
    int size = features.length / count();
    float[] chosen = new float[numbers.length * size];
    byte[] theirs = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      System.arraycopy(features, numbers[i] * size, chosen, i * size, size);
      theirs[i] = classes[numbers[i]];
    }
    return new Samples(chosen, theirs, levels);
  }
}
