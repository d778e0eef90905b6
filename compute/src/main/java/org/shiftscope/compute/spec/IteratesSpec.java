package org.shiftscope.compute.spec;

import java.util.stream.LongStream;

/**
 * Iterates of SGD at which the bias b and the covariance Σ of Eq. 4 are taken: SGD goes on from its
 * end, at the same learning rate and batch size.
 *
 * @param count n, 2 to 1,000
 * @param stepsBetween steps of SGD before each, 1 to 100,000
 */
public record IteratesSpec(
    @Within(least = 2, most = 1_000) int count,
    @Within(least = 1, most = 100_000) int stepsBetween) {

  public IteratesSpec {
    new Problems()
        .within(IteratesSpec.class, "count", count)
        .within(IteratesSpec.class, "stepsBetween", stepsBetween)
        .refuseIfAny();
  }

  /** The steps after which an iterate is taken. Shape [n]. */
  public long[] taken() {
    return LongStream.rangeClosed(1, count).map(i -> i * stepsBetween).toArray();
  }
}
