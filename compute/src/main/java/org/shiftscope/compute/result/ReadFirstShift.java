package org.shiftscope.compute.result;

import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Eq3Check;
import org.shiftscope.compute.result.ShiftMeasurement.RefinedPoint;

/**
 * What results of version 1 of a sweep's trial are read as: {@code slope} was the flow's (now
 * {@code flowSlope}, which they lack), and {@code predictedExactly} was made of it. The slope at
 * the end of a flow was not measured, NaN, nor was that prediction; a search, unlike a flow, told
 * ∇L.
 */
final class ReadFirstShift {

  private ReadFirstShift() {}

  static CurvatureFit fit(CurvatureFit read, RefinedPoint point) {
    if (!Double.isNaN(read.flowSlope())) {
      return read;
    }
    boolean told = !point.name().equals(RefinedPoint.FLOW_END);
    return new CurvatureFit(
        read.kappa(),
        read.curvature(),
        read.rSquared(),
        read.residualRms(),
        read.points(),
        read.oneSidedKappa(),
        read.secondDifference(),
        read.exactKappa(),
        told ? read.slope() : Double.NaN,
        read.slope(),
        read.ways());
  }

  static Eq3Check eq3(Eq3Check read, CurvatureFit test) {
    return Double.isNaN(test.slope())
        ? new Eq3Check(
            read.testLossAtTestPoint(),
            read.testLossAtTrainPoint(),
            read.predictedByFit(),
            Double.NaN)
        : read;
  }
}
