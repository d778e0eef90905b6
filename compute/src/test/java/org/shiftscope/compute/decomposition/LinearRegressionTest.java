package org.shiftscope.compute.decomposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.LinearRegression;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.network.Quadratic;
import org.shiftscope.compute.process.DiscreteCovariance;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.stage.StageRun;

/**
 * Real SGD with replacement on linear regression, whose covariance is known at any rate and whose
 * bias is 0, against every term of Eq. 4 on another sample of the same kind.
 */
class LinearRegressionTest {

  private static final int D = 3;
  private static final double RATE = 0.1;
  private static final int BATCH = 4;

  /** About the relaxation time of the softest direction. */
  private static final int STEPS_BETWEEN = 30;

  private static final int ITERATES = 4_000;

  private final RandomGenerator random = RandomStreams.of(11).generator();
  private final LinearRegression trainModel = plant(80);
  private final LinearRegression testModel = plant(50);
  private final double[] train = minimum(trainModel);
  private final double[] test = minimum(testModel);
  private final RealMatrix hessian = new TrainLoss(testModel, 0, 0).hessian(test);

  private LinearRegression plant(int samples) {
    double[][] x = new double[samples][];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      x[i] = Quadratic.normals(D, random);
      y[i] = x[i][0] - x[i][1] + random.nextGaussian();
    }
    return new LinearRegression(x, y, new double[] {1, -1, 0});
  }

  /** By the normal equations. */
  private static double[] minimum(LinearRegression model) {
    double[] zero = new double[D];
    var loss = new TrainLoss(model, 0, 0);
    return new LUDecomposition(loss.hessian(zero))
        .getSolver()
        .solve(MatrixUtils.createRealVector(loss.gradient(zero)))
        .mapMultiply(-1)
        .toArray();
  }

  @Test
  void everyTermIsThatOfTheClosedForm() {
    var loss = new TrainLoss(testModel, 0, 0);
    var quadratic = new Quadratic(loss.value(test), loss.gradient(test), hessian, test);
    Overlaps overlaps =
        MeasureOverlaps.of(
            quadratic, new Window(test, train, iterates()), StageRun.whole(share -> {}));
    Terms terms = Terms.of(overlaps);
    var jackknife = WindowBlocks.jackknife(overlaps);
    RealMatrix covariance =
        new DiscreteCovariance(trainModel.x(), 0, new TrainLoss(trainModel, 0, 0).covariance(train))
            .at(RATE, BATCH);
    double curvature = hessian.multiply(covariance).getTrace() / 2;
    double[] s = Vectors.difference(train, test);
    double shift = Vectors.dot(hessian.operate(s), s) / 2;

    assertThat(terms.shiftCurvature()).isCloseTo(shift, within(1e-9 * shift));
    assertThat(terms.slope()).isCloseTo(0, within(1e-9));
    within3(terms.covarianceCurvature(), curvature, jackknife.error(Terms::covarianceCurvature));
    assertThat(jackknife.error(Terms::covarianceCurvature)).isLessThan(0.05 * curvature);
    within3(terms.crossTerm(), 0, jackknife.error(Terms::crossTerm));
    // A mean of so many iterates is off by so much in squares, all of it from sampling.
    assertThat(terms.biasCurvature()).isLessThan(0.01 * curvature);
    within3(
        terms.measuredMean(),
        terms.testLoss() + shift + curvature,
        jackknife.error(Terms::measuredMean));
    assertThat(terms.residual()).isCloseTo(0, within(1e-10));
  }

  private static void within3(double found, double expected, double error) {
    assertThat(found).isCloseTo(expected, within(3 * error));
  }

  private List<double[]> iterates() {
    double[] theta = train.clone();
    List<double[]> iterates = new ArrayList<>();
    for (int i = -50; i < ITERATES; i++) {
      for (int step = 0; step < STEPS_BETWEEN; step++) {
        double[] gradient = new double[D];
        for (int b = 0; b < BATCH; b++) {
          trainModel.addGradient(
              random.nextInt(trainModel.samples()), theta, 1.0 / BATCH, gradient);
        }
        theta = Vectors.sum(theta, -RATE, gradient);
      }
      if (i >= 0) {
        iterates.add(theta.clone());
      }
    }
    return iterates;
  }
}
