package org.shiftscope.compute.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Dataset;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.Refine;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.result.Outcome;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.LineSpec;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.RefinementSpec;
import org.shiftscope.compute.spec.Seeds;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.compute.spec.Temperatures;
import org.shiftscope.compute.spec.TrainingSpec;
import org.shiftscope.compute.stage.StageRun;
import org.shiftscope.compute.stage.TrialWatch;

/**
 * Softmax regression with λ > 0 is strictly convex: each loss has one minimum, which Newton's
 * method finds independently of everything in Shiftscope, and Eq. 3 holds up to its third order.
 */
class ConvexTest {

  private static final double LAMBDA = 0.02;
  private static final DatasetSpec FEW = new DatasetSpec(DatasetName.DIGITS, 300, 150);
  private static final NetworkSpec SOFTMAX = new NetworkSpec.Mlp(List.of(), Activation.RELU, 1);
  private static final DataFolder FOLDER = new DataFolder(Path.of("none"));

  @Test
  void bothMinimaAreThoseOfNewtonsMethod() {
    Dataset dataset = FOLDER.open(FEW);
    try (Network network = new Network(SOFTMAX, DatasetName.DIGITS, Precision.DOUBLE)) {
      for (Refine.Loss which : Refine.Loss.values()) {
        Samples samples = which == Refine.Loss.TRAIN ? dataset.train() : dataset.test();
        Refine.Refined found =
            Refine.refine(
                new RefinementSpec.Minimum(1e-9, 5_000),
                which,
                new DatasetLoss(network, samples, LAMBDA),
                new double[network.parameterCount()],
                StageRun.whole(share -> {}));
        double[] newton = newton(samples);
        assertThat(found.converged()).isTrue();
        assertThat(found.point().name()).isEqualTo("minimum");
        assertThat(Vectors.norm(Vectors.difference(found.theta(), newton))).isLessThan(1e-6);
      }
    }
  }

  @Test
  void eq3HoldsToItsThirdOrder() {
    ShiftMeasurement trial = trial(new Temperatures.Listed(List.of(1e-3, 1e-2)), 0);
    assertThat(trial.outcome()).isEqualTo(Outcome.MEASURED);
    // r³ makes 8; the fourth order shifts it a little.
    assertThat(defect(trial, 0.02) / defect(trial, 0.01)).isCloseTo(8, within(0.5));
    double whole = defect(trial, 1);
    double curvature = trial.testFit().exactKappa() / 2;
    assertThat(Math.abs(whole)).isLessThan(0.25 * curvature);
    assertThat(trial.eq3().testLossAtTrainPoint() - trial.eq3().predictedExactly())
        .isCloseTo(whole, within(1e-6));
    assertThat(Math.abs(trial.testFit().slope())).isLessThan(1e-6 * trial.shiftNorm());
  }

  @Test
  void nothingDependsOnTheTemperature() {
    Temperatures temperatures = new Temperatures.Listed(List.of(1e-3, 1e-2));
    ShiftMeasurement cold = trial(temperatures, 0);
    ShiftMeasurement hot = trial(temperatures, 1);
    assertThat(cold.testFit().kappa())
        .isCloseTo(hot.testFit().kappa(), within(1e-6 * hot.testFit().kappa()));
    assertThat(cold.shiftNorm()).isCloseTo(hot.shiftNorm(), within(1e-6 * hot.shiftNorm()));
  }

  /** L_te(θ_te + r s) − L_te(θ_te) − r gᵀs − ½ r² sᵀHs. */
  private static double defect(ShiftMeasurement trial, double r) {
    Series alpha = trial.line().alpha();
    int at = 0;
    for (int i = 0; i < alpha.size(); i++) {
      at = Math.abs(alpha.get(i) - (1 - r)) < Math.abs(alpha.get(at) - (1 - r)) ? i : at;
    }
    assertThat(alpha.get(at)).isCloseTo(1 - r, within(1e-12));
    return trial.line().testLoss().get(at)
        - trial.eq3().testLossAtTestPoint()
        - r * trial.testFit().slope()
        - r * r * trial.testFit().exactKappa() / 2;
  }

  private static ShiftMeasurement trial(Temperatures temperatures, int number) {
    TemperatureSweep sweep =
        new TemperatureSweep(
            "convex",
            new TrainingSpec(
                FEW,
                SOFTMAX,
                temperatures,
                new Seeds(List.of(1L)),
                new SgdSpec.AtTemperature(30, 5, 100, LAMBDA)),
            new RefinementSpec.Minimum(1e-8, 5_000),
            new LineSpec(-1, 2, 601));
    return (ShiftMeasurement)
        new RunTrial(FOLDER, new Execution("cpu", 1, "test")).run(sweep, number, TrialWatch.none());
  }

  /**
   * Newton's method with the full Hessian, in plain Java: H = Σ (diag p − p pᵀ) ⊗ x xᵀ / N + λ I, x
   * ending in 1.
   */
  private static double[] newton(Samples samples) {
    int d = 650;
    double[] theta = new double[d];
    for (int iteration = 0; iteration < 30; iteration++) {
      double[][] hessian = new double[d][d];
      double[] gradient = new double[d];
      for (int i = 0; i < samples.count(); i++) {
        addSample(samples, i, theta, gradient, hessian);
      }
      for (int j = 0; j < d; j++) {
        gradient[j] += LAMBDA * theta[j];
        hessian[j][j] += LAMBDA;
        for (int k = 0; k < j; k++) {
          hessian[k][j] = hessian[j][k];
        }
      }
      double[] step =
          new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false))
              .getSolver()
              .solve(new ArrayRealVector(gradient, false))
              .toArray();
      for (int j = 0; j < d; j++) {
        theta[j] -= step[j];
      }
      if (Vectors.norm(gradient) < 1e-12) {
        break;
      }
    }
    return theta;
  }

  private static void addSample(
      Samples samples, int sample, double[] theta, double[] gradient, double[][] hessian) {
    double[] x = new double[65];
    for (int j = 0; j < 64; j++) {
      x[j] = samples.features()[sample * 64 + j];
    }
    x[64] = 1;
    double[] p = new double[10];
    double total = 0;
    for (int k = 0; k < 10; k++) {
      for (int j = 0; j < 65; j++) {
        p[k] += theta[j * 10 + k] * x[j];
      }
      p[k] = Math.exp(p[k]);
      total += p[k];
    }
    for (int k = 0; k < 10; k++) {
      p[k] /= total;
    }
    double weight = 1.0 / samples.count();
    for (int j = 0; j < 65; j++) {
      if (x[j] == 0) {
        continue;
      }
      for (int k = 0; k < 10; k++) {
        double oneHot = k == samples.classes()[sample] ? 1 : 0;
        gradient[j * 10 + k] += weight * x[j] * (p[k] - oneHot);
        double[] row = hessian[j * 10 + k];
        for (int m = 0; m <= j; m++) {
          double product = weight * x[j] * x[m];
          for (int n = 0; n < 10; n++) {
            row[m * 10 + n] += product * p[k] * ((k == n ? 1 : 0) - p[n]);
          }
        }
      }
    }
  }
}
