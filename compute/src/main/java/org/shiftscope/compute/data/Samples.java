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
}
