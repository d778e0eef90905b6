package org.shiftscope.compute.result;

import org.shiftscope.compute.spec.Id;

/**
 * A trial whose SGD stayed finite and learnt nothing. The first version stored it as {@link
 * Diverged}, with a sentence that begins alike.
 *
 * @param sentence {@link #BEGINNING}, how it is told, and what to do
 * @param step the last SGD step, from 1
 * @param execution where it was computed
 */
@Id("learnt-nothing")
public record LearntNothing(String sentence, long step, Execution execution)
    implements TrialResult {

  /** How the sentences of all versions begin. */
  public static final String BEGINNING = "SGD learnt nothing";

  @Override
  public Outcome outcome() {
    return Outcome.LEARNT_NOTHING;
  }
}
