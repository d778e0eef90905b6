package org.shiftscope.compute.line;

import java.util.stream.IntStream;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Line;

/**
 * The fits of section 4 of the measurement: which points of the line they use, and what is reported
 * beside κ.
 */
public final class FitCurvature {

  private FitCurvature() {}

  /**
   * The train loss at θ_tr: L_tr at α = −r, away from the test point.
   *
   * @param shiftNorm ‖s‖, above 0
   */
  public static CurvatureFit ofTrain(Line line, double shiftNorm, AtPoint point) {
    return fit(line.alpha(), line.trainLoss(), 0, shiftNorm, point);
  }

  /** The test loss at θ_te: L_te at α = 1 − r, toward the train point. */
  public static CurvatureFit ofTest(Line line, double shiftNorm, AtPoint point) {
    return fit(line.alpha(), line.testLoss(), 1, shiftNorm, point);
  }

  /**
   * What is known at the point without the line.
   *
   * @param exact gᵀs and sᵀHs
   * @param flowSlope −s·dθ/dt of the flow that ends there
   */
  public record AtPoint(DirectionalCurvature exact, double flowSlope) {}

  private static CurvatureFit fit(
      Series alpha, Series loss, double vertex, double shiftNorm, AtPoint point) {
    int at =
        IntStream.range(0, alpha.size())
            .filter(i -> alpha.get(i) == vertex)
            .findFirst()
            .orElseThrow();
    int[] points =
        IntStream.iterate(at, i -> i >= 0, i -> i - 1)
            .takeWhile(i -> vertex - alpha.get(i) <= 1 + 1e-12)
            .toArray();
    SymmetrizedFit fit =
        new SymmetrizedFit(
            IntStream.of(points).mapToDouble(i -> vertex - alpha.get(i)).toArray(),
            IntStream.of(points).mapToDouble(loss::get).toArray());
    double kappa = fit.kappa();
    return new CurvatureFit(
        kappa,
        kappa / (shiftNorm * shiftNorm),
        fit.rSquared(),
        fit.residualRms(),
        fit.points(),
        fit.oneSidedKappa(),
        secondDifference(alpha, loss, at),
        point.exact().curvature(),
        point.exact().slope(),
        point.flowSlope());
  }

  /**
   * The second divided difference of the three points around the vertex, doubled; the spacing may
   * differ a little.
   */
  private static double secondDifference(Series alpha, Series loss, int at) {
    double before = alpha.get(at) - alpha.get(at - 1);
    double after = alpha.get(at + 1) - alpha.get(at);
    double slopeBefore = (loss.get(at) - loss.get(at - 1)) / before;
    double slopeAfter = (loss.get(at + 1) - loss.get(at)) / after;
    return 2 * (slopeAfter - slopeBefore) / (before + after);
  }
}
