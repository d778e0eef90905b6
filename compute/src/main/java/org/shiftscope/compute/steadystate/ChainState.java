package org.shiftscope.compute.steadystate;

import java.util.Optional;

/**
 * A run of SGD between two steps.
 *
 * @param theta θ, shape [d]
 * @param windows windows done, those of the burn-in first
 * @param sums their sums, and those of the present window, shape [windows entered · size]
 * @param within the window that is not done; empty between two windows
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ChainState(double[] theta, int windows, double[] sums, Optional<Window> within) {

  /**
   * A window after some of its steps.
   *
   * @param step steps done
   * @param sgd what comes next
   */
  record Window(long step, MinibatchStep.State sgd) {}
}
