package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;
import org.shiftscope.compute.result.ShiftMeasurement.SgdEnd;
import org.shiftscope.compute.spec.Id;

/**
 * What a trial found of every term of Eq. 4.
 *
 * @param outcome {@link Outcome#MEASURED} or {@link Outcome#UNCONVERGED}
 * @param sentence what to know about this trial
 * @param sgd the end of SGD, where the window starts
 * @param trainPoint θ_tr, the refined point of the train loss
 * @param testPoint θ_te, the refined point of the test loss
 * @param decomposition the terms
 * @param execution where it was computed
 */
@Id("decomposition-measurement")
public record DecompositionMeasurement(
    Outcome outcome,
    String sentence,
    SgdEnd sgd,
    RefinedPoint trainPoint,
    RefinedPoint testPoint,
    Decomposition decomposition,
    Execution execution)
    implements TrialResult {

  @Override
  public List<CertifiedPoint> certified() {
    return CertifiedPoint.of(trainPoint, testPoint);
  }
}
