package org.shiftscope.compute.result;

import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;

/**
 * The shift between the train and the test point, and all that is measured along it, at one flow
 * time τ; of a minimum, at its end. The flow times are those of the points.
 *
 * @param trainPoint θ_tr; judged at the last time alone
 * @param testPoint θ_te; judged at the last time alone
 * @param shiftNorm ‖s‖, s = θ_tr − θ_te
 * @param line losses and accuracies along the line through both points
 * @param trainFit curvature of the train loss at θ_tr, away from θ_te
 * @param testFit curvature of the test loss at θ_te, toward θ_tr
 * @param eq3 the check of Eq. 3
 */
public record ShiftAtTime(
    RefinedPoint trainPoint,
    RefinedPoint testPoint,
    double shiftNorm,
    Line line,
    CurvatureFit trainFit,
    CurvatureFit testFit,
    Eq3Check eq3) {

  /** L_te(θ_tr) − L_te(θ_te), in nats. */
  public double excess() {
    return eq3.testLossAtTrainPoint() - eq3.testLossAtTestPoint();
  }
}
