package org.shiftscope.compute.stage;

/** What became of a point of another trial that a trial needs. */
public sealed interface Input {

  /**
   * It is there.
   *
   * @param theta θ, then the running statistics of batch norms, shape [d + b], a fresh array
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and too large to copy
  record Found(double[] theta) implements Input {}

  /**
   * Its trial ended with a result and did not reach it.
   *
   * @param sentence what happened and what to do
   */
  record Missing(String sentence) implements Input {}
}
