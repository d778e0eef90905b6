package org.shiftscope.compute.steadystate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.LinearRegression;
import org.shiftscope.compute.model.PlantData;
import org.shiftscope.compute.model.SampleLoss;
import org.shiftscope.compute.model.TrainLoss;
import org.shiftscope.compute.model.TwoWellRegression;
import org.shiftscope.compute.process.DiscreteCovariance;
import org.shiftscope.compute.spec.PlantedModel;

/** What theory says near a minimum, against formulas worked out by hand. */
class TheoryTest {

  private static final PlantedModel.Linear LINEAR = new PlantedModel.Linear(60, 3, 5, 1, 4, 2);
  private static final PlantedModel.TwoWells WELLS = new PlantedModel.TwoWells(300, 0.1, 2, 1);

  static List<PlantedModel> models() {
    return List.of(
        LINEAR,
        new PlantedModel.Logistic(80, 4, 6, 1),
        WELLS,
        new PlantedModel.TanhMlp(50, 2, 2, 0.5, 3));
  }

  @ParameterizedTest
  @MethodSource("models")
  void gradientsOfSamplesAreThoseOfTheirLosses(PlantedModel planted) {
    SampleLoss model = PlantData.of(planted);
    double[] theta = model.truth().clone();
    Arrays.setAll(theta, j -> theta[j] + 0.1 * Math.sin(j + 1));
    for (int sample = 0; sample < 5; sample++) {
      double[] gradient = new double[theta.length];
      model.addGradient(sample, theta, 2, gradient);
      for (int j = 0; j < theta.length; j++) {
        double[] ahead = theta.clone();
        double[] behind = theta.clone();
        ahead[j] += 1e-5;
        behind[j] -= 1e-5;
        double difference = (model.loss(sample, ahead) - model.loss(sample, behind)) / 1e-5;
        assertThat(gradient[j]).isCloseTo(difference, within(1e-8 * (1 + Math.abs(difference))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void newtonsMethodFindsAMinimum(PlantedModel planted) {
    SampleLoss model = PlantData.of(planted);
    var loss = new TrainLoss(model, 0.05, 0);
    double[] minimum = FindMinimum.from(loss, model.truth()).orElseThrow();
    assertThat(Vectors.dot(loss.gradient(minimum), loss.gradient(minimum))).isLessThan(1e-18);
    assertThat(new NearMinimum(loss, minimum).eigenvalues()[0]).isPositive();
  }

  @Test
  void derivativesOfLinearRegressionAreItsFormulas() {
    var model = (LinearRegression) PlantData.of(LINEAR);
    var loss = new TrainLoss(model, 0.3, 0.7);
    double[] theta = FindMinimum.from(loss, model.truth()).orElseThrow();
    RealMatrix x = MatrixUtils.createRealMatrix(model.x());
    RealMatrix hessian =
        x.transpose()
            .multiply(x)
            .scalarMultiply(1.0 / 60)
            .add(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(0.3));
    assertThat(loss.hessian(theta).subtract(hessian).getFrobeniusNorm()).isLessThan(1e-8);
    // ∇·C = (1/N) Σ [H_s g_s + tr(H_s) g_s] − Hḡ − tr(H) ḡ with H_s = x xᵀ.
    double[] expected = new double[3];
    double[] mean = new double[3];
    for (int i = 0; i < 60; i++) {
      double[] row = model.x()[i];
      double residual = Vectors.dot(row, theta) - model.y()[i];
      double square = Vectors.dot(row, row);
      for (int j = 0; j < 3; j++) {
        expected[j] += 2 * residual * square * row[j] / 60;
        mean[j] += residual * row[j] / 60;
      }
    }
    RealMatrix plain =
        hessian.subtract(MatrixUtils.createRealIdentityMatrix(3).scalarMultiply(0.3));
    double[] pulled = plain.operate(mean);
    double[] divergence = loss.covarianceDivergence(theta);
    for (int j = 0; j < 3; j++) {
      assertThat(divergence[j])
          .isCloseTo(expected[j] - pulled[j] - plain.getTrace() * mean[j], within(1e-8));
    }
  }

  @Test
  void theTwoWellsAreThePlantedQuartic() {
    var model = (TwoWellRegression) PlantData.of(WELLS);
    var loss = new TrainLoss(model, 0, 0.5);
    var field = new TwoWellField(model, 0, 0.5);
    double[] third =
        loss.thirdDerivative(
            new double[] {0.7}, MatrixUtils.createRealIdentityMatrix(1), new double[] {1});
    assertThat(third[0]).isCloseTo(12 * 0.7, within(1e-6));
    for (double theta : new double[] {-1.3, 0, 0.4, 2}) {
      double planted = 2 * theta * (theta * theta - 1) - 0.1;
      assertThat(field.slope(theta)).isCloseTo(planted, within(1e-12));
      assertThat(loss.gradient(new double[] {theta})[0]).isCloseTo(planted, within(1e-12));
      assertThat(loss.covariance(new double[] {theta}).getEntry(0, 0))
          .isCloseTo(field.noise(theta), within(1e-10));
    }
  }

  @Test
  void theModeOfOneParameterIsThePapersBiasButForTheThirdCumulant() {
    SampleLoss model = PlantData.of(WELLS);
    var loss = new TrainLoss(model, 0, 0);
    var near = new NearMinimum(loss, FindMinimum.from(loss, model.truth()).orElseThrow());
    double mode = near.mean(1)[0] + ThirdCumulants.modeFromMean(loss, near)[0];
    double mean = loss.gradient(near.theta())[0];
    double skew = 0;
    for (int i = 0; i < model.samples(); i++) {
      double[] gradient = new double[1];
      model.addGradient(i, near.theta(), 1, gradient);
      skew += Math.pow(gradient[0] - mean, 3) / model.samples();
    }
    // κ gains −T² γ / 3h, and the mode −κ / 2Σ of it.
    double h = near.eigenvalues()[0];
    double ofSkew = skew / (6 * h * near.lyapunov(1).getEntry(0, 0));
    assertThat(mode - ofSkew).isCloseTo(near.papersBias(1)[0], within(1e-5 * Math.abs(mode)));
  }

  @Test
  void lyapunovsEquationHoldsAndThePapersFormIsItWhereTheyCommute() {
    SampleLoss model = PlantData.of(LINEAR);
    var loss = new TrainLoss(model, 0.1, 0);
    var near = new NearMinimum(loss, FindMinimum.from(loss, model.truth()).orElseThrow());
    RealMatrix hessian = MatrixUtils.createRealDiagonalMatrix(near.eigenvalues());
    RealMatrix left =
        hessian.multiply(near.lyapunov(0.2)).add(near.lyapunov(0.2).multiply(hessian));
    assertThat(left.subtract(near.noise().scalarMultiply(0.2)).getFrobeniusNorm())
        .isLessThan(1e-13);
    assertThat(near.antisymmetricShare()).isGreaterThan(0.05);
    assertThat(near.lyapunov(1).subtract(near.papers(1)).getFrobeniusNorm()).isGreaterThan(0.01);
    // With C = ε² I added in excess, the two commute more and more.
    var loud = new TrainLoss(model, 0.1, 1_000);
    var commuting = new NearMinimum(loud, near.theta());
    assertThat(commuting.antisymmetricShare()).isLessThan(1e-5);
    assertThat(
            commuting.lyapunov(1).subtract(commuting.papers(1)).getFrobeniusNorm()
                / commuting.lyapunov(1).getFrobeniusNorm())
        .isLessThan(1e-5);
  }

  @Test
  void theDiscreteCovarianceOfOneFeatureIsItsClosedForm() {
    var model =
        new LinearRegression(
            new double[][] {{1}, {2}, {-1}}, new double[] {1, 0, 2}, new double[1]);
    var loss = new TrainLoss(model, 0.5, 0.3);
    double[] minimum = FindMinimum.from(loss, model.truth()).orElseThrow();
    double rate = 0.1;
    int batch = 2;
    double gram = 2;
    double hessian = 2.5;
    double fourth = 6; // (1 + 16 + 1) / 3
    double noise = loss.covariance(minimum).getEntry(0, 0);
    double expected =
        rate
            / batch
            * noise
            / (2 * hessian - rate * hessian * hessian - rate / batch * (fourth - gram * gram));
    assertThat(
            new DiscreteCovariance(model.x(), loss.lambda(), loss.covariance(minimum))
                .at(rate, batch)
                .getEntry(0, 0))
        .isCloseTo(expected, within(1e-12));
  }

  @Test
  void theDiscreteCovarianceTendsToLyapunovs() {
    var model = (LinearRegression) PlantData.of(LINEAR);
    var loss = new TrainLoss(model, 0.1, 0);
    double[] minimum = FindMinimum.from(loss, model.truth()).orElseThrow();
    var near = new NearMinimum(loss, minimum);
    double coarse = relativeDifference(near, model, loss, 1e-3);
    double fine = relativeDifference(near, model, loss, 5e-4);
    assertThat(coarse / fine).isCloseTo(2, within(0.02));
    assertThat(fine).isLessThan(0.01);
  }

  private static double relativeDifference(
      NearMinimum near, LinearRegression model, TrainLoss loss, double rate) {
    RealMatrix exact =
        near.rotate(
            new DiscreteCovariance(model.x(), loss.lambda(), loss.covariance(near.theta()))
                .at(rate, 1));
    return exact.subtract(near.lyapunov(rate)).getFrobeniusNorm()
        / near.lyapunov(rate).getFrobeniusNorm();
  }

  @Test
  void basinsAreThoseOfTheQuarticAndLaplaceTendsToEq5() {
    var model = (TwoWellRegression) PlantData.of(WELLS);
    TwoBasins two = TwoBasins.of(new TwoWellField(model, 0, 0)).orElseThrow();
    // Roots of 2 θ³ − 2 θ − 0.1.
    assertThat(two.left()).isCloseTo(-0.973994353, within(1e-8));
    assertThat(two.barrier()).isCloseTo(-0.050125947, within(1e-8));
    assertThat(two.right()).isCloseTo(1.0241203, within(1e-8));
    double hot = laplaceError(two, 2e-3);
    double cold = laplaceError(two, 5e-4);
    // Laplace's error falls at least as T; the first order nearly cancels between the basins here.
    assertThat(hot / cold).isGreaterThan(3.5);
    assertThat(cold).isLessThan(0.01);
  }

  /** Error of the ratio of the basins, relative. */
  private static double laplaceError(TwoBasins two, double temperature) {
    double[] shares = two.eq5(temperature);
    double eq5 = two.rightShare(shares);
    double eq6 = two.rightLaplace(shares);
    return Math.abs(eq6 / (1 - eq6) / (eq5 / (1 - eq5)) - 1);
  }
}
