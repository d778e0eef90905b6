package org.shiftscope.compute.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.network.Quadratic;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.StageRun;

/** On a quadratic both sharpnesses, and the Fisher-Rao norm, have closed forms. */
class SharpnessTest {

  private static final RealMatrix A =
      new Array2DRowRealMatrix(new double[][] {{3, 1, 0}, {1, 2, -0.5}, {0, -0.5, 0.7}});
  private static final double[] MINIMUM = {1, -2, 0.5};
  private static final RealMatrix SCALED =
      MatrixUtils.createRealDiagonalMatrix(new double[] {1, 2, 0.5})
          .multiply(A)
          .multiply(MatrixUtils.createRealDiagonalMatrix(new double[] {1, 2, 0.5}));

  @Test
  void theAverageOfAQuadraticIsItsScaledTrace() {
    double[] found =
        new AverageSharpness(0.3, 20_000)
            .of(Quadratic.about(MINIMUM, A), MINIMUM, RandomStreams.of(1), whole());
    double expected = 0.09 / 2 * SCALED.getTrace();
    assertThat(found[0]).isCloseTo(expected, within(3 * found[1]));
    assertThat(found[1]).isLessThan(0.02 * expected);
  }

  @Test
  void aSlopeAddsNothingToTheAverage() {
    double[] away = {2, -4, 1};
    double[] found =
        new AverageSharpness(0.1, 20_000)
            .of(Quadratic.about(MINIMUM, A), away, RandomStreams.of(2), whole());
    // |θ| is twice as large as at the minimum.
    assertThat(found[0]).isCloseTo(4 * 0.01 / 2 * SCALED.getTrace(), within(3 * found[1]));
  }

  @Test
  void theWorstOfAQuadraticIsItsScaledLargestEigenvalue() {
    double[] eigenvalues = new EigenDecompositionSymmetric(SCALED).getEigenvalues();
    double[] found =
        new WorstSharpness(0.3, 100)
            .of(Quadratic.about(MINIMUM, A), MINIMUM, RandomStreams.of(3), whole());
    assertThat(found[0])
        .isCloseTo(
            0.09 / 2 * MatrixUtils.createRealVector(eigenvalues).getMaxValue(), within(1e-9));
    assertThat(new WorstSharpness(0.3, 100).fault(found)).isEmpty();
  }

  @Test
  void anAscentThatHasNotArrivedIsSaidToBeALowerBound() {
    var two = new WorstSharpness(0.3, 2);
    double[] found = two.of(Quadratic.about(MINIMUM, A), MINIMUM, RandomStreams.of(3), whole());
    assertThat(two.fault(found)).contains("lower bound");
  }

  @Test
  void theFisherRaoNormIsAQuadraticForm() {
    assertThat(
            FisherRaoNorm.of(
                (v, product) -> System.arraycopy(A.operate(v), 0, product, 0, 3), MINIMUM))
        .isCloseTo(
            MatrixUtils.createRealVector(MINIMUM)
                .dotProduct(A.operate(MatrixUtils.createRealVector(MINIMUM))),
            within(1e-12));
  }

  private static StageRun<MeasureState> whole() {
    return StageRun.whole(share -> {});
  }
}
