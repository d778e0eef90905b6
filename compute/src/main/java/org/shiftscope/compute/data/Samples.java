package org.shiftscope.compute.data;

/**
 * Samples and their classes, in a fixed order. The arrays are shared, not copied: nobody may modify
 * them.
 *
 * @param features shape [count · size]; sample after sample, each height × width × channels, in [0,
 *     1]
 * @param classes shape [count]; 0 to 9
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
public record Samples(float[] features, byte[] classes) {

  /** Number of samples. */
  public int count() {
    return classes.length;
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
    return new Samples(chosen, theirs);
  }
}
