package org.shiftscope.compute.curvature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.Uncertain;

/** How often the interval of a trace holds it, over many seeds on planted spectra. */
class TraceIntervalTest {

  private static final int DIMENSION = 120;
  private static final int SEEDS = 600;

  @ParameterizedTest
  @CsvSource({"6, 1", "12, 0.5", "12, 1", "12, 2", "30, 1", "60, 0.5"})
  void itHoldsTheTraceInNineteenOfTwentyAsFewAsTheProbesMayBe(int products, double decay) {
    IntToDoubleFunction eigenvalue = k -> Math.pow(k + 1, -decay) * (k % 7 == 6 ? -1 : 1);
    SymmetricOperator operator = planted(eigenvalue);
    double trace = IntStream.range(0, DIMENSION).mapToDouble(eigenvalue).sum();
    long byStudent = 0;
    long byNormal = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Uncertain found =
          HutchPlusPlus.estimate(
                  operator,
                  products,
                  RandomStreams.of(seed).generator(),
                  StageRun.whole(share -> {}))
              .estimate();
      ConfidenceInterval interval = found.interval();
      byStudent += interval.low() <= trace && trace <= interval.high() ? 1 : 0;
      byNormal += Math.abs(found.value() - trace) <= 1.96 * found.error() ? 1 : 0;
    }
    // What is left after the dominant directions has a tail to the right, so that the interval is
    // a little short on that side.
    assertThat((double) byStudent / SEEDS).isBetween(0.90, 0.975);
    if (products <= 12) {
      assertThat((double) byNormal / SEEDS).isLessThan(0.88);
    }
  }

  /** A matrix with these eigenvalues in random directions. */
  private static SymmetricOperator planted(IntToDoubleFunction eigenvalue) {
    RandomGenerator random = RandomStreams.of(17).generator();
    var normals = new Array2DRowRealMatrix(DIMENSION, DIMENSION);
    for (int i = 0; i < DIMENSION; i++) {
      for (int j = 0; j < DIMENSION; j++) {
        normals.setEntry(i, j, random.nextGaussian());
      }
    }
    RealMatrix directions = new QRDecomposition(normals).getQ();
    double[] eigenvalues = IntStream.range(0, DIMENSION).mapToDouble(eigenvalue).toArray();
    RealMatrix matrix =
        directions
            .multiply(MatrixUtils.createRealDiagonalMatrix(eigenvalues))
            .multiplyTransposed(directions);
    return new SymmetricOperator() {
      @Override
      public int dimension() {
        return DIMENSION;
      }

      @Override
      public void times(double[] v, double[] product) {
        System.arraycopy(matrix.operate(v), 0, product, 0, DIMENSION);
      }
    };
  }
}
