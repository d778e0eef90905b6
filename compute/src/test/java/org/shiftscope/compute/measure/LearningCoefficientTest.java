package org.shiftscope.compute.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.analysis.integration.IterativeLegendreGaussIntegrator;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.network.GivenObjective;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.network.Quadratic;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.LangevinSpec;
import org.shiftscope.compute.stage.StageRun;

/** On models whose coefficient is known. */
class LearningCoefficientTest {

  private static final int SAMPLES = 10_000;
  private static final double N_BETA = SAMPLES / Math.log(SAMPLES);

  @Test
  void ofARegularModelItIsHalfOfTheDimension() {
    double[] curvatures = {4, 2, 1, 1, 0.5, 0.25};
    double[] found = estimate(quadratic(curvatures), 6, new LangevinSpec(30_000, 1e-3, 1e-3));
    assertThat(found[0]).isCloseTo(3, within(0.15)); // three standard errors
    assertThat(found[1]).isLessThan(0.06);
    assertThat(new LearningCoefficient(new LangevinSpec(30_000, 1e-3, 1e-3)).fault(found))
        .isEmpty();
  }

  @Test
  void localisedADirectionAddsLessTheFlatterItIs() {
    double[] curvatures = {4, 1, 0.1, 0.01, 0};
    double gamma = 100;
    double[] found = estimate(quadratic(curvatures), 5, new LangevinSpec(20_000, 1e-3, gamma));
    double expected =
        Arrays.stream(curvatures).map(h -> N_BETA * h / (N_BETA * h + gamma) / 2).sum();
    assertThat(found[0]).isCloseTo(expected, within(4 * found[1]));
    assertThat(found[1]).isLessThan(0.03 * expected);
  }

  @Test
  void ofAFourthPowerItIsAQuarter() {
    Objective quartic =
        GivenObjective.of(
            1,
            (theta, gradient) -> {
              gradient[0] = 4 * Math.pow(theta[0], 3);
              return Math.pow(theta[0], 4);
            });
    double[] found = estimate(quartic, 1, new LangevinSpec(30_000, 1e-2, 1e-6));
    assertThat(found[0]).isCloseTo(0.25, within(4 * found[1]));
    assertThat(found[1]).isLessThan(0.01);
  }

  /** Of x²y² it is 1/2 with multiplicity 2 (Watanabe 2009): the chain, a quadrature, the theory. */
  @Test
  void ofACrossingOfTwoLinesItIsAHalfBelowTheLogarithmsTerm() {
    assertHalfOfARegularModels(1, 1.5);
  }

  /** Reduced-rank regression of rank 1 at a truth of rank 0, ‖u‖² ‖v‖² of four parameters: 1. */
  @Test
  void ofReducedRankRegressionItIsHalfOfARegularModels() {
    assertHalfOfARegularModels(2, 2);
  }

  @Test
  void atAPointThatIsNoMinimumItIsNegativeAndSaysSo() {
    Objective slope =
        GivenObjective.of(
            2,
            (theta, gradient) -> {
              Arrays.fill(gradient, 1);
              return theta[0] + theta[1];
            });
    var spec = new LangevinSpec(2_000, 1e-3, 1e3);
    double[] found = estimate(slope, 2, spec);
    // The mean of θ is −nβ/γ in each direction.
    assertThat(found[0]).isCloseTo(-2 * N_BETA * N_BETA / 1e3, within(4 * found[1]));
    assertThat(new LearningCoefficient(spec).fault(found)).startsWith("It is negative");
  }

  /** Thousand flat directions beside a steep one, into which so short a chain still spreads. */
  @Test
  void aChainThatIsTooShortForItsLocalisationDriftsAndSaysSo() {
    double[] curvatures = new double[1_000];
    Arrays.fill(curvatures, 1e-2);
    curvatures[0] = 100;
    var spec = new LangevinSpec(300, 1e-5, 1e-6);
    double[] found = estimate(quadratic(curvatures), 1_000, spec);
    assertThat(found[0]).isLessThan(250);
    assertThat(new LearningCoefficient(spec).fault(found)).startsWith("The chain still drifts");
  }

  /**
   * ‖u‖² ‖v‖² of k numbers each, at k / 2 where a regular model is at k.
   *
   * @param logarithms (m − 1), and a constant beside it, over ln(nβ): the most that it is below
   */
  private static void assertHalfOfARegularModels(int k, double logarithms) {
    double lambda = k / 2.0;
    double quadrature = reducedRank(k, N_BETA, 1);
    double[] found = estimate(reducedRank(k), 2 * k, new LangevinSpec(100_000, 1e-2, 1));
    assertThat(found[0]).isCloseTo(quadrature, within(4 * found[1]));
    assertThat(found[1]).isLessThan(0.06 * quadrature);
    for (double nBeta : new double[] {N_BETA, 1e12}) {
      assertThat(reducedRank(k, nBeta, 1)).isBetween(lambda - logarithms / Math.log(nBeta), lambda);
    }
    assertThat(found[0]).as("not that of a regular model").isLessThan(1.2 * lambda);
  }

  private static double[] estimate(Objective loss, int dimension, LangevinSpec spec) {
    return LangevinWalk.of(spec, loss, new double[dimension], SAMPLES, RandomStreams.of(7))
        .run(StageRun.whole(share -> {}));
  }

  private static Objective quadratic(double... curvatures) {
    return Quadratic.about(
        new double[curvatures.length], MatrixUtils.createRealDiagonalMatrix(curvatures));
  }

  /** ‖u‖² ‖v‖², u and v of k numbers each. */
  private static Objective reducedRank(int k) {
    return GivenObjective.of(
        2 * k,
        (theta, gradient) -> {
          double u = squares(theta, 0, k);
          double v = squares(theta, k, k);
          Arrays.setAll(gradient, i -> 2 * theta[i] * (i < k ? v : u));
          return u * v;
        });
  }

  private static double squares(double[] theta, int from, int count) {
    return DoubleStream.of(Arrays.copyOfRange(theta, from, from + count)).map(x -> x * x).sum();
  }

  /** E[nβ ‖u‖² ‖v‖²] under the same density: v is normal given u, and u is integrated over. */
  private static double reducedRank(int k, double nBeta, double gamma) {
    double above =
        integral(
            u -> weight(u, k, nBeta, gamma) * nBeta * u * u * k / 2 / (nBeta * u * u + gamma / 2));
    return above / integral(u -> weight(u, k, nBeta, gamma));
  }

  private static double weight(double u, int k, double nBeta, double gamma) {
    return Math.pow(u, k - 1)
        * Math.exp(-gamma / 2 * u * u)
        * Math.pow(nBeta * u * u + gamma / 2, -k / 2.0);
  }

  /** Over u = eˣ, since it lives on all scales. */
  private static double integral(DoubleUnaryOperator f) {
    return new IterativeLegendreGaussIntegrator(16, 1e-10, 1e-14)
        .integrate(1_000_000, x -> f.applyAsDouble(Math.exp(x)) * Math.exp(x), -30, Math.log(40));
  }
}
