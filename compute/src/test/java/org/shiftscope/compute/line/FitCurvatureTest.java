package org.shiftscope.compute.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.curvature.DirectionalCurvature;
import org.shiftscope.compute.line.FitCurvature.AtPoint;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.CurvatureWays;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement.CurvatureFit;
import org.shiftscope.compute.result.ShiftMeasurement.Line;
import org.shiftscope.compute.spec.LineSpec;

class FitCurvatureTest {

  private static final double KAPPA = 0.0371;
  private static final AtPoint EXACT =
      new AtPoint(new DirectionalCurvature(0.25, 0.75), 0.26, Precision.DOUBLE);

  @Test
  void aPlantedQuadraticIsRecoveredAtBothPoints() {
    Line line =
        line(
            alpha -> 0.02 + KAPPA / 2 * alpha * alpha,
            alpha -> 0.3 + KAPPA / 2 * (alpha - 1) * (alpha - 1));
    for (CurvatureFit fit :
        new CurvatureFit[] {
          FitCurvature.ofTrain(line, 2, EXACT), FitCurvature.ofTest(line, 2, EXACT)
        }) {
      assertThat(fit.kappa()).isCloseTo(KAPPA, within(1e-6 * KAPPA));
      assertThat(fit.curvature()).isCloseTo(KAPPA / 4, within(1e-6 * KAPPA));
      assertThat(fit.oneSidedKappa()).isCloseTo(KAPPA, within(1e-6 * KAPPA));
      assertThat(fit.secondDifference()).isCloseTo(KAPPA, within(1e-6 * KAPPA));
      assertThat(fit.rSquared()).isCloseTo(1, within(1e-12));
      assertThat(fit.residualRms()).isLessThan(1e-12);
      assertThat(fit.points()).isEqualTo(41);
      assertThat(fit.exactKappa()).isEqualTo(0.75);
      assertThat(fit.slope()).isEqualTo(0.25);
      assertThat(fit.flowSlope()).isEqualTo(0.26);
    }
  }

  @Test
  void eachFitLooksInThePapersDirection() {
    // Curved on the looked-at side only: the train loss away from the test point, the test loss
    // toward the train point.
    Line line =
        line(
            alpha -> alpha < 0 ? alpha * alpha : 0,
            alpha -> alpha < 1 ? (alpha - 1) * (alpha - 1) : 0);
    assertThat(FitCurvature.ofTrain(line, 1, EXACT).kappa()).isCloseTo(2, within(1e-9));
    assertThat(FitCurvature.ofTest(line, 1, EXACT).kappa()).isCloseTo(2, within(1e-9));
    Line other =
        line(
            alpha -> alpha > 0 ? alpha * alpha : 0,
            alpha -> alpha > 1 ? (alpha - 1) * (alpha - 1) : 0);
    assertThat(FitCurvature.ofTrain(other, 1, EXACT).kappa()).isZero();
    assertThat(FitCurvature.ofTest(other, 1, EXACT).kappa()).isZero();
  }

  @Test
  void aSlopeIsCountedAsCurvatureByTheSymmetrizedFitAndNotByTheOthers() {
    double slope = 0.1;
    Line line =
        line(alpha -> 0, alpha -> slope * (1 - alpha) + KAPPA / 2 * (1 - alpha) * (1 - alpha));
    CurvatureFit fit = FitCurvature.ofTest(line, 1, EXACT);
    // Least squares of g r by ½ κ r²: κ = 2 g Σ r³ / Σ r⁴, which is 2.5 g on a dense grid.
    double cubes = IntStream.rangeClosed(1, 20).mapToDouble(i -> Math.pow(i / 20.0, 3)).sum();
    double fourths = IntStream.rangeClosed(1, 20).mapToDouble(i -> Math.pow(i / 20.0, 4)).sum();
    assertThat(fit.kappa()).isCloseTo(KAPPA + 2 * slope * cubes / fourths, within(1e-9));
    assertThat(fit.oneSidedKappa()).isCloseTo(KAPPA, within(1e-9));
    assertThat(fit.secondDifference()).isCloseTo(KAPPA, within(1e-9));
  }

  @Test
  void theFitIsTheLeastSquaresOneOfTheReflectedPoints() {
    double[] r = {0, 0.2, 0.5, 0.7, 1};
    double[] loss = {0.1, 0.13, 0.11, 0.2, 0.4};
    SymmetrizedFit fit = new SymmetrizedFit(r, loss);
    double best = squares(r, loss, fit.kappa());
    assertThat(best)
        .isLessThan(squares(r, loss, fit.kappa() + 1e-4))
        .isLessThan(squares(r, loss, fit.kappa() - 1e-4));
    assertThat(fit.residualRms()).isCloseTo(Math.sqrt(best / 9), within(1e-12));
  }

  @Test
  void threeWaysAgreeOnAParabola() {
    CurvatureWays ways = ways(r -> KAPPA / 2 * r * r, 0, KAPPA);
    assertThat(ways.sentence()).contains("agree within their errors");
    assertThat(ways.windowWidth().get(0)).isCloseTo(0.15, within(1e-9));
    assertThat(ways.windowWidth().get(ways.windowWidth().size() - 1)).isCloseTo(1, within(1e-9));
    for (double kappa : ways.windowKappa().values()) {
      assertThat(kappa).isCloseTo(KAPPA, within(1e-6 * KAPPA));
    }
  }

  @Test
  void aSlopeThatTheFitTakesForCurvatureIsNamed() {
    CurvatureWays ways = ways(r -> 0.1 * r + KAPPA / 2 * r * r, 0.1, KAPPA);
    assertThat(ways.sentence())
        .contains("is the slope gᵀs counted as curvature")
        .doesNotContain("kinks")
        .doesNotContain("cubic");
    // The narrower the window, the more of its κ is slope: 2.5 g / w and more.
    assertThat(ways.windowKappa().get(0)).isGreaterThan(4 * ways.fit().kappa());
  }

  @Test
  void aCubicTermIsNamed() {
    CurvatureWays ways = ways(r -> KAPPA / 2 * r * r + 0.05 * r * r * r, 0, KAPPA);
    assertThat(ways.sentence()).contains("no parabola over the shift").doesNotContain("slope gᵀs");
    // The difference has no cubic error: it agrees.
    assertThat(ways.exact().agrees(ways.local())).isTrue();
  }

  @Test
  void aKinkNextToThePointIsNamed() {
    CurvatureWays ways = ways(r -> KAPPA / 2 * r * r + 0.2 * Math.max(0, r - 0.02), 0, KAPPA);
    assertThat(ways.sentence()).contains("kinks of ReLU");
  }

  @Test
  void theErrorOfTheLocalDifferenceHoldsItsTruncationAndItsRounding() {
    for (double frequency : new double[] {0.5, 2, 5}) {
      double exact = frequency * frequency;
      CurvatureWays ways = ways(r -> 1 - Math.cos(frequency * r), 0, exact);
      double off = Math.abs(ways.local().kappa() - exact);
      assertThat(off).isLessThanOrEqualTo(ways.local().error());
      assertThat(ways.local().error()).isLessThan(5 * off + 1e-11);
    }
  }

  @Test
  void neighboursThatAreNotEquallyFarMakeNoKinkOfASmoothLoss() {
    for (int points : new int[] {51, 60, 77}) {
      CurvatureWays ways = ways(r -> Math.exp(r) - 1 - r, 0, 1, points);
      assertThat(ways.sentence()).doesNotContain("kinks");
      double off = Math.abs(ways.local().kappa() - 1);
      assertThat(off).isBetween(1e-5, ways.local().error());
    }
  }

  private static CurvatureWays ways(DoubleUnaryOperator rise, double slope, double curvature) {
    return ways(rise, slope, curvature, 61);
  }

  private static CurvatureWays ways(
      DoubleUnaryOperator rise, double slope, double curvature, int points) {
    var exact = new AtPoint(new DirectionalCurvature(slope, curvature), slope, Precision.DOUBLE);
    return FitCurvature.ofTest(
            line(alpha -> 0, alpha -> 0.3 + rise.applyAsDouble(1 - alpha), points), 1, exact)
        .ways()
        .orElseThrow();
  }

  private static double squares(double[] r, double[] loss, double kappa) {
    double sum = 0;
    for (int i = 1; i < r.length; i++) {
      double residual = loss[i] - loss[0] - kappa / 2 * r[i] * r[i];
      sum += 2 * residual * residual;
    }
    return sum;
  }

  private static Line line(DoubleUnaryOperator train, DoubleUnaryOperator test) {
    return line(train, test, 61);
  }

  private static Line line(DoubleUnaryOperator train, DoubleUnaryOperator test, int points) {
    double[] alphas = new LineSpec(-1, 2, points).alphas();
    Series none = Series.of(new double[alphas.length]);
    return new Line(
        Series.of(alphas),
        Series.of(Arrays.stream(alphas).map(train).toArray()),
        Series.of(Arrays.stream(alphas).map(test).toArray()),
        none,
        none);
  }
}
