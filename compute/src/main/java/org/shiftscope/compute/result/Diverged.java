package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Id;

/**
 * A trial whose loss left the finite numbers, or which was to start where another's did.
 *
 * @param sentence what happened and what to do
 * @param step the SGD step (or gradient of the refinement) at which it was seen, from 1; 0 where
 *     the trial had nothing to start from
 * @param execution where it was computed
 */
@Id("diverged")
public record Diverged(String sentence, long step, Execution execution) implements TrialResult {

  @Override
  public Outcome outcome() {
    return Outcome.DIVERGED;
  }
}
