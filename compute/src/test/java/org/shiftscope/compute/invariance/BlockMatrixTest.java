package org.shiftscope.compute.invariance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shiftscope.compute.random.RandomStreams;

class BlockMatrixTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 65, 150})
  void itHasTheAskedConditionNumberAndItsInverse(int dimension) {
    var matrix = new BlockMatrix(dimension, 50, RandomStreams.of(dimension));
    double[][] columns = new double[dimension][];
    for (int k = 0; k < dimension; k++) {
      double[] unit = new double[dimension];
      unit[k] = 1;
      columns[k] = matrix.times(unit);
      assertThat(close(matrix.inverseTimes(columns[k]), unit)).isTrue();
      double[] transposed = matrix.transposedTimes(unit);
      for (int j = 0; j < dimension; j++) {
        double[] other = new double[dimension];
        other[j] = 1;
        assertThat(transposed[j]).isCloseTo(matrix.times(other)[k], within(1e-15));
      }
    }
    var singular = new SingularValueDecomposition(new Array2DRowRealMatrix(columns));
    assertThat(singular.getConditionNumber()).isCloseTo(dimension == 1 ? 1 : 50, within(1e-10));
  }

  private static boolean close(double[] a, double[] b) {
    double[] difference = a.clone();
    Arrays.setAll(difference, k -> Math.abs(a[k] - b[k]));
    return Arrays.stream(difference).max().orElseThrow() < 1e-13;
  }
}
