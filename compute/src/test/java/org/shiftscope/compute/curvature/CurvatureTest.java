package org.shiftscope.compute.curvature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ShiftMeasurement.Spectra;
import org.shiftscope.compute.result.Spectrum;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.CurvatureSpec;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * Each tool on a small network in float64, against the full Hessian and the full covariance, column
 * by column.
 */
class CurvatureTest {

  private static final double LAMBDA = 1e-3;

  private Network network;
  private DatasetLoss loss;
  private double[] theta;
  private RealMatrix hessian;

  @BeforeEach
  void open() {
    NetworkSpec spec = new NetworkSpec.Mlp(List.of(3), Activation.TANH, 1);
    network = new Network(spec, DatasetName.DIGITS, Precision.DOUBLE);
    Samples samples =
        new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 30, 1)).train();
    loss = new DatasetLoss(network, samples, LAMBDA);
    theta = network.initialise(RandomStreams.of(5));
    hessian = matrix(SymmetricOperator.hessian(loss, theta));
  }

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void lanczosFindsBothEndsOfTheSpectrum() {
    double[] all = new EigenDecompositionSymmetric(symmetric(hessian)).getEigenvalues();
    Arrays.sort(all);
    Lanczos.Spectrum found =
        Lanczos.extremes(
            SymmetricOperator.hessian(loss, theta),
            new Lanczos.Wanted(3, 3, 1e-9, 1e-9, 200),
            RandomStreams.of(1).generator(),
            StageRun.whole(share -> {}));
    assertThat(found.converged()).isTrue();
    assertThat(found.products()).isLessThan(150);
    for (int i = 0; i < 3; i++) {
      assertThat(found.largest()[i]).isCloseTo(all[all.length - 1 - i], within(1e-8));
      assertThat(found.lower().smallest()[i]).isCloseTo(all[i], within(1e-8));
    }
    double[] stretched = hessian.operate(found.top());
    for (int i = 0; i < stretched.length; i++) {
      assertThat(stretched[i]).isCloseTo(found.largest()[0] * found.top()[i], within(1e-7));
    }
  }

  @Test
  void lanczosSaysWhenItWasStoppedEarly() {
    Lanczos.Spectrum found =
        Lanczos.extremes(
            SymmetricOperator.hessian(loss, theta),
            new Lanczos.Wanted(2, 2, 1e-12, 1e-9, 6),
            RandomStreams.of(1).generator(),
            StageRun.whole(share -> {}));
    assertThat(found.products()).isEqualTo(6);
    assertThat(found.converged()).isFalse();
    assertThat(found.residual()).isPositive();
  }

  @Test
  void lanczosFindsWhatASmallMatrixHas() {
    double[] planted = {-3, 0.5, 7};
    SymmetricOperator diagonal =
        new SymmetricOperator() {
          @Override
          public int dimension() {
            return 3;
          }

          @Override
          public void times(double[] v, double[] product) {
            Arrays.setAll(product, i -> planted[i] * v[i]);
          }
        };
    Lanczos.Spectrum found =
        Lanczos.extremes(
            diagonal,
            new Lanczos.Wanted(1, 1, 1e-12, 1e-9, 50),
            RandomStreams.of(2).generator(),
            StageRun.whole(share -> {}));
    assertThat(found.largest()[0]).isCloseTo(7, within(1e-12));
    assertThat(found.lower().smallest()[0]).isCloseTo(-3, within(1e-12));
  }

  @Test
  void hutchPlusPlusIsWithinItsErrorAndExactWithEnoughProducts() {
    double trace = hessian.getTrace();
    SymmetricOperator operator = SymmetricOperator.hessian(loss, theta);
    HutchPlusPlus.Trace estimate =
        HutchPlusPlus.estimate(
            operator, 90, RandomStreams.of(3).generator(), StageRun.whole(share -> {}));
    double error = estimate.estimate().error();
    assertThat(error).isPositive().isLessThan(0.02 * Math.abs(trace));
    assertThat(estimate.estimate().value()).isCloseTo(trace, within(4 * error));
    HutchPlusPlus.Trace exact =
        HutchPlusPlus.estimate(
            operator,
            3 * theta.length,
            RandomStreams.of(3).generator(),
            StageRun.whole(share -> {}));
    assertThat(exact.estimate().value()).isCloseTo(trace, within(1e-9 * Math.abs(trace)));
    assertThat(exact.estimate().error()).isZero();
  }

  @Test
  void theCovarianceIsThatOfThePerSampleGradients() {
    double[][] gradients = perSampleGradients();
    double[][] expected = new double[theta.length][theta.length];
    double[] mean = new double[theta.length];
    for (double[] gradient : gradients) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += gradient[i] / gradients.length;
      }
    }
    double[] whole = new double[theta.length];
    loss.valueAndGradient(theta, whole);
    for (int i = 0; i < mean.length; i++) {
      assertThat(mean[i]).isCloseTo(whole[i], within(1e-13));
    }
    for (double[] gradient : gradients) {
      for (int i = 0; i < mean.length; i++) {
        for (int j = 0; j < mean.length; j++) {
          expected[i][j] += (gradient[i] - mean[i]) * (gradient[j] - mean[j]) / gradients.length;
        }
      }
    }
    GradientCovariance covariance = new GradientCovariance(loss, theta);
    RealMatrix found = matrix(covariance);
    assertThat(found.subtract(new Array2DRowRealMatrix(expected)).getNorm1()).isLessThan(1e-12);
    assertThat(covariance.trace(StageRun.whole(share -> {})))
        .isCloseTo(found.getTrace(), within(1e-12));
    double[] eigenvalues = new EigenDecompositionSymmetric(symmetric(found)).getEigenvalues();
    Arrays.sort(eigenvalues);
    Lanczos.Spectrum top =
        Lanczos.extremes(
            covariance,
            Lanczos.Wanted.atTheTop(2, 1e-9, 100),
            RandomStreams.of(1).generator(),
            StageRun.whole(share -> {}));
    assertThat(top.largest()[0]).isCloseTo(eigenvalues[eigenvalues.length - 1], within(1e-9));
    assertThat(top.largest()[1]).isCloseTo(eigenvalues[eigenvalues.length - 2], within(1e-9));
  }

  @Test
  void theTraceOfHessianTimesCovarianceIsThatOfTheMatrices() {
    GradientCovariance covariance = new GradientCovariance(loss, theta);
    double expected = hessian.multiply(matrix(covariance)).getTrace();
    HutchPlusPlus.Trace found =
        HutchPlusPlus.estimate(
            covariance.timesHessian(),
            120,
            RandomStreams.of(4).generator(),
            StageRun.whole(share -> {}));
    // C has rank 29 at most, so 40 products hold all of it.
    assertThat(found.estimate().value()).isCloseTo(expected, within(1e-3 * Math.abs(expected)));
  }

  @Test
  void alongADirectionItIsTheQuadraticForm() {
    double[] s = network.initialise(RandomStreams.of(9));
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(theta, gradient);
    DirectionalCurvature found = DirectionalCurvature.at(loss, theta, s);
    double quadratic = new Array2DRowRealMatrix(s).transpose().multiply(hessian).operate(s)[0];
    assertThat(found.curvature()).isCloseTo(quadratic, within(1e-12 * Math.abs(quadratic)));
    double slope = 0;
    for (int i = 0; i < s.length; i++) {
      slope += gradient[i] * s[i];
    }
    assertThat(found.slope()).isCloseTo(slope, within(1e-14));
  }

  @Test
  void allOfItTogetherIsWhatTheMatricesSay() {
    GradientCovariance covariance = new GradientCovariance(loss, theta);
    RealMatrix noise = symmetric(matrix(covariance));
    double[] eigenvalues = sorted(hessian);
    double[] noises = sorted(noise);
    var point = new MeasureSpectra.Point(loss, theta);
    Spectra found =
        MeasureSpectra.measure(
            new CurvatureSpec(3, 150),
            point,
            point,
            RandomStreams.of(8),
            StageRun.whole(share -> {}));
    for (Spectrum spectrum : List.of(found.train(), found.test())) {
      double size = eigenvalues[eigenvalues.length - 1];
      assertThat(spectrum.residual()).isLessThanOrEqualTo(1e-4 * size);
      assertThat(spectrum.converged()).isTrue();
      for (int i = 0; i < 3; i++) {
        assertThat(spectrum.largest().get(i))
            .isCloseTo(eigenvalues[eigenvalues.length - 1 - i], within(spectrum.residual()));
        // The tolerance of C's is relative to its own largest.
        assertThat(spectrum.covarianceLargest().get(i))
            .isCloseTo(noises[noises.length - 1 - i], within(1e-4 * noises[noises.length - 1]));
      }
      assertThat(spectrum.smallest())
          .isCloseTo(eigenvalues[0], within(spectrum.residual()))
          .isGreaterThanOrEqualTo(eigenvalues[0] - 1e-12);
      assertThat(spectrum.trace())
          .isCloseTo(hessian.getTrace(), within(4 * spectrum.traceError() + 1e-9 * size));
      assertThat(spectrum.covarianceTrace())
          .isCloseTo(noise.getTrace(), within(1e-12 * noise.getTrace()));
      double product = hessian.multiply(noise).getTrace();
      // 50 products for the range of HC, of rank 58 at most: nearly exact.
      assertThat(spectrum.hessianCovariance()).isCloseTo(product, within(1e-3 * Math.abs(product)));
      assertThat(spectrum.hessianProducts()).isBetween(150L + 300 + 5, 150L + 300 + 58);
      assertThat(spectrum.covarianceProducts()).isBetween(300L + 3, 300L + 32);
    }
    assertThat(found.train()).as("each point has a stream of its own").isNotEqualTo(found.test());
  }

  private static double[] sorted(RealMatrix matrix) {
    double[] eigenvalues = new EigenDecompositionSymmetric(symmetric(matrix)).getEigenvalues();
    Arrays.sort(eigenvalues);
    return eigenvalues;
  }

  private double[][] perSampleGradients() {
    List<double[]> gradients = new java.util.ArrayList<>();
    loss.eachSampleGradient(theta, 0, gradient -> gradients.add(gradient.clone()));
    return gradients.toArray(double[][]::new);
  }

  private static RealMatrix matrix(SymmetricOperator operator) {
    int d = operator.dimension();
    RealMatrix matrix = new Array2DRowRealMatrix(d, d);
    double[] unit = new double[d];
    double[] column = new double[d];
    for (int j = 0; j < d; j++) {
      unit[j] = 1;
      operator.times(unit, column);
      unit[j] = 0;
      matrix.setColumn(j, column);
    }
    return matrix;
  }

  /** Rounding makes it a little unsymmetric, which would make its eigenvalues complex. */
  private static RealMatrix symmetric(RealMatrix matrix) {
    return matrix.add(matrix.transpose()).scalarMultiply(0.5);
  }
}
