package org.shiftscope.compute.line;

import java.util.Optional;
import java.util.stream.IntStream;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.CurvatureWays.Estimate;
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
   * @param precision in which losses and product were computed
   */
  public record AtPoint(DirectionalCurvature exact, double flowSlope, Precision precision) {

    /** Rounding of a product, relative to it: in float32, as of its slope, at most this. */
    private Estimate product() {
      double relative = precision == Precision.DOUBLE ? 1e-12 : 2e-6;
      return new Estimate(exact.curvature(), relative * Math.abs(exact.curvature()));
    }

    /** Rounding of a loss, relative to it. */
    private double rounding() {
      return precision == Precision.DOUBLE ? 1e-15 : 2e-7;
    }
  }

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
    double[] r = IntStream.of(points).mapToDouble(i -> vertex - alpha.get(i)).toArray();
    double[] losses = IntStream.of(points).mapToDouble(loss::get).toArray();
    SymmetrizedFit fit = new SymmetrizedFit(r, losses);
    double kappa = fit.kappa();
    return new CurvatureFit(
        kappa,
        kappa / (shiftNorm * shiftNorm),
        fit.rSquared(),
        fit.residualRms(),
        fit.points(),
        fit.oneSidedKappa(),
        secondDifference(alpha, loss, at, 1),
        point.exact().curvature(),
        point.exact().slope(),
        point.flowSlope(),
        Optional.of(
            new CompareWays(
                    r,
                    losses,
                    point.product(),
                    point.exact().slope(),
                    local(alpha, loss, at, point.rounding()))
                .compare()));
  }

  /**
   * With its truncation, seen by the change with twice the spacing (a third of that for a smooth
   * loss, all of it at kinks), what the third derivative adds where the two neighbours are not
   * equally far, and its rounding.
   */
  private static Estimate local(Series alpha, Series loss, int at, double rounding) {
    double near = secondDifference(alpha, loss, at, 1);
    if (at < 2 || at + 2 >= alpha.size()) {
      return new Estimate(near, Double.NaN);
    }
    double spacing = (alpha.get(at + 1) - alpha.get(at - 1)) / 2;
    double truncation = Math.abs(secondDifference(alpha, loss, at, 2) - near);
    double uneven = Math.abs(alpha.get(at + 1) - 2 * alpha.get(at) + alpha.get(at - 1));
    double skew = 2 * uneven * Math.abs(thirdDifference(alpha, loss, at));
    return new Estimate(
        near, truncation + skew + 4 * rounding * Math.abs(loss.get(at)) / (spacing * spacing));
  }

  /**
   * The second divided difference of three points around the vertex, doubled; the spacing may
   * differ a little.
   */
  private static double secondDifference(Series alpha, Series loss, int at, int apart) {
    double before = alpha.get(at) - alpha.get(at - apart);
    double after = alpha.get(at + apart) - alpha.get(at);
    double slopeBefore = (loss.get(at) - loss.get(at - apart)) / before;
    double slopeAfter = (loss.get(at + apart) - loss.get(at)) / after;
    return 2 * (slopeAfter - slopeBefore) / (before + after);
  }

  /** The third divided difference of the points from one before the vertex to two after it. */
  private static double thirdDifference(Series alpha, Series loss, int at) {
    double left = secondDifference(alpha, loss, at, 1) / 2;
    double right = secondDifference(alpha, loss, at + 1, 1) / 2;
    return (right - left) / (alpha.get(at + 2) - alpha.get(at - 1));
  }
}
