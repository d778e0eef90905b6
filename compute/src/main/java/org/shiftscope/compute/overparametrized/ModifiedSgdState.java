package org.shiftscope.compute.overparametrized;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.random.GeneratorState;

/**
 * The walkers of {@link ModifiedSgd} between two steps of one of them.
 *
 * @param done the mean squares along each eigenvector of the walkers that are done, shape [d] each
 * @param within the walker that is not done
 */
public record ModifiedSgdState(List<double[]> done, Optional<Walking> within) {

  /**
   * A walker after some of its steps.
   *
   * @param step steps taken
   * @param theta θ, shape [d]
   * @param squares sums of squares along each eigenvector so far, shape [d]
   * @param random where its generator stands
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Walking(long step, double[] theta, double[] squares, GeneratorState random) {}
}
