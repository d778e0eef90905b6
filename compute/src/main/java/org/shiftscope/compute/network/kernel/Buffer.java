package org.shiftscope.compute.network.kernel;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An array of ND4J's, and how Java reads and writes its numbers: in C order, without gaps. Not safe
 * for use by several threads.
 */
public interface Buffer extends AutoCloseable {

  /** The array, for operations. */
  INDArray array();

  /**
   * Copies numbers in; operations see them after {@link #send}.
   *
   * @param from not modified
   * @param levels in float64, x stands for {@code levels[round(x · (levels.length − 1))]}, of which
   *     it is the float32 rounding; where it is empty, for itself. Not modified
   */
  void write(float[] from, double[] levels, int first, long to, int count);

  /** What a float32 number of {@link #write(float[], double[], int, long, int)} stands for. */
  static double exact(float x, double[] levels) {
    return levels.length == 0 ? x : levels[(int) (x * (levels.length - 1) + 0.5f)];
  }

  /** Hands over what was written in parts. */
  void send();

  /** Copies all numbers in. {@code from}: shape [length], not modified. */
  void write(double[] from);

  /**
   * Copies the numbers from a place on in. {@code from}: shape [length], not modified; what is
   * before the place is not read.
   */
  void write(double[] from, int first);

  /** Copies all numbers out. {@code into}: shape [length], modified. */
  void read(double[] into);

  /** into += weight · this. {@code into}: shape [length], modified. */
  void addTo(double[] into, double weight);

  /** Gives the memory back. */
  @Override
  void close();
}
