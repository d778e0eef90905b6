package org.shiftscope.compute.overparametrized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.device.StartNd4j;
import org.shiftscope.compute.random.RandomStreams;

/** Planted ranks, and singular values against another library's. */
class GradientSpanTest {

  private static final int DIMENSION = 40;

  private final RandomGenerator random = RandomStreams.of(11).generator();

  @Test
  void aPlantedRankIsFound() {
    StartNd4j.started();
    double[][] vectors = combinations(12, 7);
    GradientSpan span = span(vectors);
    assertThat(span.directions()).isEqualTo(7);
    assertThat(span.rank(span.singularValues())).isEqualTo(7);
    assertThat(span.relativeDistance(vectors[3])).isLessThan(1e-14);
    assertThat(span.relativeDistance(normal())).isCloseTo(Math.sqrt(33 / 40.0), within(0.1));
  }

  @Test
  void centringTakesOneDirectionFromIndependentVectors() {
    StartNd4j.started();
    GradientSpan span = span(combinations(9, 9));
    assertThat(span.rank(span.singularValues())).isEqualTo(9);
    assertThat(span.rank(span.centredSingularValues())).isEqualTo(8);
  }

  @Test
  void singularValuesAreThoseOfTheMatrix() {
    StartNd4j.started();
    double[][] vectors = combinations(10, 6);
    double[] expected =
        new SingularValueDecomposition(new Array2DRowRealMatrix(vectors)).getSingularValues();
    assertThat(span(vectors).singularValues())
        .containsExactly(Arrays.copyOf(expected, 6), within(1e-12 * expected[0]));
  }

  @Test
  void projectionKeepsWhatIsInside() {
    GradientSpan span = span(combinations(5, 5));
    double[] v = normal();
    double[] inside = span.project(v);
    assertThat(span.relativeDistance(inside)).isLessThan(1e-14);
    assertThat(span.project(inside)).containsExactly(inside, within(1e-13));
  }

  private static GradientSpan span(double[][] vectors) {
    GradientSpan span = new GradientSpan(DIMENSION, SpanState.EMPTY);
    for (double[] vector : vectors) {
      span.add(vector);
    }
    return span;
  }

  /** Vectors of very different lengths in the span of {@code rank} directions. */
  private double[][] combinations(int count, int rank) {
    double[][] directions = new double[rank][];
    Arrays.setAll(directions, i -> normal());
    double[][] vectors = new double[count][DIMENSION];
    for (int i = 0; i < count; i++) {
      for (double[] direction : directions) {
        double weight = random.nextGaussian() * Math.pow(10, -(i % 4));
        for (int j = 0; j < DIMENSION; j++) {
          vectors[i][j] += weight * direction[j];
        }
      }
    }
    return vectors;
  }

  private double[] normal() {
    double[] vector = new double[DIMENSION];
    Arrays.setAll(vector, i -> random.nextGaussian());
    return vector;
  }
}
