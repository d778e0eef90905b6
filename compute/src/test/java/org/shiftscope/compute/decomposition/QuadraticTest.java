package org.shiftscope.compute.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.Quadratic;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.StageRun;

/** Eq. 4 on a quadratic with a planted shift and planted iterates, where it is exact. */
class QuadraticTest {

  private static final int D = 7;

  private final RandomGenerator random = RandomStreams.of(3).generator();
  private final Quadratic loss = Quadratic.draw(D, random);
  private final double[] train = Vectors.sum(loss.center(), 0.4, Quadratic.normals(D, random));
  private final Window window = new Window(loss.center(), train, gaussian(40, random));

  private List<double[]> gaussian(int count, RandomGenerator from) {
    double[] bias = Vectors.sum(train, 0.2, Quadratic.normals(D, from));
    return IntStream.range(0, count)
        .mapToObj(i -> Vectors.sum(bias, 0.3, Quadratic.normals(D, from)))
        .toList();
  }

  @Test
  void theMeasuredMeanIsTheSumOfThePartsExactly() {
    Terms terms = Terms.of(measure());
    assertThat(terms.residual()).isCloseTo(0, within(1e-13 * Math.abs(terms.measuredMean())));
    assertThat(Math.abs(terms.excess())).isGreaterThan(0.1);
  }

  @Test
  void everyPartIsThatOfTheFullMatrices() {
    Terms terms = Terms.of(measure());
    double[] s = Vectors.difference(train, loss.center());
    double[] b = Vectors.difference(window.mean(), train);
    double trace =
        loss.hessian()
            .multiply(
                new Covariance(window.iterates().toArray(double[][]::new)).getCovarianceMatrix())
            .getTrace();
    assertClose(terms.testLoss(), loss.height());
    assertClose(terms.shiftSlope(), Vectors.dot(loss.slope(), s));
    assertClose(terms.biasSlope(), Vectors.dot(loss.slope(), b));
    assertClose(terms.shiftCurvature(), form(s, s) / 2);
    assertClose(terms.crossTerm(), form(s, b));
    assertClose(terms.biasCurvature(), form(b, b) / 2);
    assertClose(terms.covarianceCurvature(), trace / 2);
  }

  @Test
  void withoutABlockThePartsAreThoseOfTheOthersMeasuredAlone() {
    int[] rest = IntStream.range(0, 40).filter(i -> i < 10 || i >= 15).toArray();
    List<double[]> others = IntStream.of(rest).mapToObj(i -> window.iterates().get(i)).toList();
    Terms alone =
        Terms.of(
            MeasureOverlaps.of(
                loss, new Window(loss.center(), train, others), StageRun.whole(share -> {})));
    Terms without = Terms.of(measure(), rest);
    assertClose(without.biasSlope(), alone.biasSlope());
    assertClose(without.crossTerm(), alone.crossTerm());
    assertClose(without.biasCurvature(), alone.biasCurvature());
    assertClose(without.covarianceCurvature(), alone.covarianceCurvature());
    assertClose(without.measuredMean(), alone.measuredMean());
  }

  /** Means of 200 estimates from 8 blocks each; theirs varies by 2 %. */
  @Test
  void theErrorOfAMeanOfIndependentIteratesIsTheirDeviationOverTheRootOfTheirNumber() {
    double ratio = 0;
    for (int repeat = 0; repeat < 200; repeat++) {
      Overlaps overlaps = overlapsWith(Quadratic.normals(64, random));
      ratio +=
          WindowBlocks.jackknife(overlaps).error(Terms::measuredMean) / (1 / Math.sqrt(64)) / 200;
    }
    // The mean of a deviation from 7 degrees of freedom is 0.965 of the true one.
    assertThat(ratio).isCloseTo(0.965, within(0.06));
  }

  /** Iterates that remember 0.8 of the one before: the mean of 400 has the error of 44. */
  @Test
  void theErrorOfCorrelatedIteratesIsNotThatOfIndependentOnes() {
    double ratio = 0;
    for (int repeat = 0; repeat < 200; repeat++) {
      double[] noise = Quadratic.normals(400, random);
      for (int i = 1; i < 400; i++) {
        noise[i] = 0.8 * noise[i - 1] + Math.sqrt(1 - 0.64) * noise[i];
      }
      double error = WindowBlocks.jackknife(overlapsWith(noise)).error(Terms::measuredMean);
      ratio += error / (3 / Math.sqrt(400)) / 200;
    }
    assertThat(ratio).isCloseTo(0.965, within(0.1));
  }

  private Overlaps overlapsWith(double[] losses) {
    int n = losses.length;
    List<double[]> rows = IntStream.rangeClosed(1, n + 2).mapToObj(double[]::new).toList();
    return new Overlaps(0, 0, new double[n + 2], rows, losses);
  }

  @Test
  void whereverItIsStoppedItGoesOnToTheSameBits() {
    List<MeasureOverlaps.State> states = new ArrayList<>();
    Overlaps whole =
        MeasureOverlaps.of(
            loss,
            window,
            new StageRun<>(Optional.empty(), share -> {}, state -> states.add(state.get())));
    assertThat(states).hasSizeGreaterThan(40);
    for (MeasureOverlaps.State state : states) {
      Overlaps again =
          MeasureOverlaps.of(
              loss, window, new StageRun<>(Optional.of(state), share -> {}, offered -> {}));
      assertThat(again.losses()).isEqualTo(whole.losses());
      assertThat(again.slopes()).isEqualTo(whole.slopes());
      assertThat(Arrays.deepEquals(again.rows().toArray(), whole.rows().toArray())).isTrue();
    }
  }

  @Test
  void theQuadraticModelAtTheMeanIsTheLossThere() {
    Overlaps overlaps = measure();
    assertClose(overlaps.quadraticAtMean(), overlaps.atMean());
  }

  private Overlaps measure() {
    return MeasureOverlaps.of(loss, window, StageRun.whole(share -> {}));
  }

  private double form(double[] a, double[] b) {
    return MatrixUtils.createRealVector(a)
        .dotProduct(loss.hessian().operate(MatrixUtils.createRealVector(b)));
  }

  private static void assertClose(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }
}
