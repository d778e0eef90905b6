package org.shiftscope.compute.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.model.LogisticModel;
import org.shiftscope.compute.process.AntisymmetricShare;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.CurlMeasurement;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.compute.stage.StageRun;

/** The derivatives against differences, and what is known of the curl of a regression. */
class LogisticModelTest {

  private static final double[] THETA = {0.4, -0.7, 0.2};

  @Test
  void derivativesAreThoseOfDifferences() {
    LogisticModel model = planted(50, 1);
    double h = 1e-5;
    double[] divergence = new double[3];
    for (int b = 0; b < 3; b++) {
      double[] up = THETA.clone();
      double[] down = THETA.clone();
      up[b] += h;
      down[b] -= h;
      assertThat(model.gradient(THETA)[b])
          .isCloseTo((model.loss(up) - model.loss(down)) / (2 * h), within(1e-9));
      for (int a = 0; a < 3; a++) {
        assertThat(model.hessian(THETA).getEntry(a, b))
            .isCloseTo((model.gradient(up)[a] - model.gradient(down)[a]) / (2 * h), within(1e-9));
        divergence[a] +=
            (model.noise(up).getEntry(a, b) - model.noise(down).getEntry(a, b)) / (2 * h);
      }
    }
    assertThat(model.noiseDivergence(THETA)).containsExactly(divergence, within(1e-9));
  }

  /** Where T is 0 and the gradient vanishes, J = C⁻¹ H. */
  @Test
  void atTheMinimumTheSlopeIsThatOfTwoMatrices() {
    LogisticModel model = planted(200, 2);
    double[] minimum = model.minimum();
    RealMatrix expected =
        new LUDecomposition(model.noise(minimum)).getSolver().solve(model.hessian(minimum));
    RealMatrix found = new MeasureCurl(model, 0).jacobian(minimum);
    assertThat(found.subtract(expected).getFrobeniusNorm())
        .isLessThan(1e-9 * expected.getFrobeniusNorm());
  }

  /**
   * Data that obey the model have C = H at its truth as N grows (Fisher's information, either way),
   * so that the curl at the minimum falls as 1/√N.
   */
  @Test
  void dataThatObeyTheModelLeaveNoCurlAsTheyGrow() {
    double few = atMinimum(planted(500, 3));
    double many = atMinimum(planted(50_000, 3));
    assertThat(few).isBetween(0.003, 0.3);
    assertThat(few / many).isBetween(3.0, 30.0);
  }

  @Test
  void oneParameterHasNoCurl() {
    RandomGenerator random = RandomStreams.of(9).generator();
    double[][] x = new double[40][1];
    double[] y = new double[40];
    for (int i = 0; i < 40; i++) {
      x[i][0] = random.nextGaussian();
      y[i] = random.nextBoolean() ? 1 : 0;
    }
    RealMatrix jacobian =
        new MeasureCurl(new LogisticModel(x, y, 0.1), 0.2).jacobian(new double[] {0.3});
    assertThat(AntisymmetricShare.of(jacobian)).isZero();
  }

  private static double atMinimum(LogisticModel model) {
    CurlMeasurement found =
        new MeasureCurl(model, 1e-3)
            .around(
                2,
                RandomStreams.of(5).generator(),
                StageRun.whole(share -> {}),
                new Execution("cpu", 1, "test"));
    assertThat(found.gradientNorm()).isLessThan(1e-10);
    return found.mean().get(0);
  }

  /** Two normal inputs and a constant, targets drawn by the model at θ = (1, −1, ½). */
  private static LogisticModel planted(int samples, long seed) {
    RandomGenerator random = RandomStreams.of(seed).generator();
    double[][] x = new double[samples][];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      x[i] = new double[] {random.nextGaussian(), random.nextGaussian(), 1};
      double z = x[i][0] - x[i][1] + 0.5;
      y[i] = random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
    }
    assertThat(Arrays.stream(y).sum()).isBetween(0.2 * samples, 0.9 * samples);
    return new LogisticModel(x, y, 1e-9);
  }
}
