package org.shiftscope.compute.result;

import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Id;

/**
 * Where the first stage of a two-stage experiment ended, from where its second stages start.
 *
 * @param sentence what to know about this trial
 * @param sgd the end of SGD
 * @param execution where it was computed
 */
@Id("first-stage-measurement")
public record FirstStageMeasurement(String sentence, SgdEnd sgd, Execution execution)
    implements TrialResult {

  @Override
  public Outcome outcome() {
    return Outcome.MEASURED;
  }
}
