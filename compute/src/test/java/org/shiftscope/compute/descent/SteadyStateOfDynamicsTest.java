package org.shiftscope.compute.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.data.DataFolder;
import org.shiftscope.compute.data.Samples;
import org.shiftscope.compute.descent.StochasticGradientDescent.Plan;
import org.shiftscope.compute.network.DatasetLoss;
import org.shiftscope.compute.network.Network;
import org.shiftscope.compute.network.Precision;
import org.shiftscope.compute.network.SgdSteps.StepSize;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.Activation;
import org.shiftscope.compute.spec.DatasetName;
import org.shiftscope.compute.spec.DatasetSpec;
import org.shiftscope.compute.spec.Dynamics;
import org.shiftscope.compute.spec.NetworkSpec;
import org.shiftscope.compute.spec.SgdSpec;
import org.shiftscope.compute.stage.StageRun;

/**
 * SGD itself on the digits' softmax regression with so large a λ that its loss is nearly quadratic,
 * against the closed forms of the linear recursion. Along an eigenvector of H with curvature h,
 * where minibatches' gradients have variance c:
 *
 * <ul>
 *   <li>plain: x ← (1 − ηh) x − η n is AR(1): c η / (h (2 − ηh));
 *   <li>momentum: x_{k+1} = (1 + μ − ηh) x_k − μ x_{k−1} − η n is AR(2): c η (1 + μ) / ((1 − μ) h
 *       (2 (1 + μ) − ηh));
 *   <li>isotropic: the plain one with c + ε² / B for c;
 *   <li>Anti-PGD: the plain one, and of σ (ξ_{k+1} − ξ_k), which makes it ARMA(1, 1), 2σ² / (2 −
 *       ηh).
 * </ul>
 *
 * Without replacement, two of an epoch's m gradients have the covariance −c / (m − 1). A gradient
 * moves x by 1 / h over all steps that follow, so of c f goes c (1 / h² − f) / (m − 1), some 3 %
 * here.
 */
class SteadyStateOfDynamicsTest {

  private static final double LAMBDA = 4;
  private static final int BATCH = 4;
  private static final double RATE = 0.05;
  private static final double TEMPERATURE = RATE / BATCH;
  private static final int STEPS = 20_000;
  private static final int FORGOTTEN = 500;

  private static final Samples DIGITS =
      new DataFolder(Path.of("none")).open(new DatasetSpec(DatasetName.DIGITS, 1_347, 10)).train();

  private static final NetworkSpec SOFTMAX = new NetworkSpec.Mlp(List.of(), Activation.TANH, 1);

  private static double[] minimum = {};
  private static double[][] axes = {};
  private static double[] curvature = {};
  private static double[] noise = {};

  @BeforeAll
  static void findTheMinimum() {
    try (Network network = new Network(SOFTMAX, DatasetName.DIGITS, Precision.DOUBLE)) {
      var loss = new DatasetLoss(network, DIGITS, LAMBDA);
      minimum = new double[loss.dimension()];
      double[] gradient = new double[minimum.length];
      for (int i = 0; i < 200; i++) {
        loss.valueAndGradient(minimum, gradient);
        Vectors.add(minimum, -0.2, gradient);
      }
      assertThat(Vectors.norm(gradient)).isLessThan(1e-12);
      List<double[]> units = new ArrayList<>();
      for (int i = 0; i < minimum.length; i++) {
        double[] unit = new double[minimum.length];
        unit[i] = 1;
        units.add(unit);
      }
      double[][] hessian = loss.hessianTimes(minimum, units).toArray(double[][]::new);
      for (int i = 0; i < hessian.length; i++) {
        for (int j = 0; j < i; j++) {
          hessian[i][j] = hessian[j][i];
        }
      }
      var eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(hessian, false));
      curvature = eigen.getEigenvalues();
      axes = eigen.getVT().getData();
      noise = new double[curvature.length];
      loss.eachSampleGradient(minimum, 0, each -> addSquares(each, noise));
      // With the L2 term, so that their mean is 0 here.
      Arrays.setAll(noise, j -> noise[j] / DIGITS.count() / BATCH);
    }
  }

  private static void addSquares(double[] vector, double[] squares) {
    for (int j = 0; j < squares.length; j++) {
      double along = Vectors.dot(axes[j], vector);
      squares[j] += along * along;
    }
  }

  private static double plain(double rate, double h) {
    return rate / (h * (2 - rate * h));
  }

  private static double ofGradients(double c, double h, double f) {
    double batches = DIGITS.count() / BATCH;
    return c * (f - (1 / (h * h) - f) / (batches - 1));
  }

  @Test
  void plainSgd() {
    assertSpread(Optional.empty(), 0.03, (c, h) -> ofGradients(c, h, plain(RATE, h)));
  }

  /** At equal T of η (1 − μ): without the factor the spread would be ten times as large. */
  @Test
  void momentumAtItsEffectiveTemperature() {
    double mu = 0.9;
    double rate = RATE * (1 - mu);
    assertSpread(
        Optional.of(new Dynamics.Momentum(mu)),
        0.03,
        (c, h) -> ofGradients(c, h, rate * (1 + mu) / ((1 - mu) * h * (2 * (1 + mu) - rate * h))));
  }

  @Test
  void isotropicNoise() {
    double epsilon = 0.15;
    assertSpread(
        Optional.of(new Dynamics.Isotropic(epsilon)),
        0.03,
        (c, h) -> ofGradients(c, h, plain(RATE, h)) + epsilon * epsilon / BATCH * plain(RATE, h));
  }

  @Test
  void antiPgdNoise() {
    double sigma = 0.005;
    assertSpread(
        Optional.of(new Dynamics.AntiPgd(sigma)),
        0.03,
        (c, h) -> ofGradients(c, h, plain(RATE, h)) + 2 * sigma * sigma / (2 - RATE * h));
  }

  /** By the closed forms alone: to first order in η both are η / (2h) at equal T. */
  @Test
  void momentumDiffersFromPlainSgdInTheSecondOrder() {
    double h = 3;
    double mu = 0.8;
    double[] apart = new double[3];
    for (int i = 0; i < apart.length; i++) {
      double temperature = Math.scalb(0.005, -i);
      SgdSpec rolling = plan(temperature, Optional.of(new Dynamics.Momentum(mu)));
      double rate = rolling.learningRate(temperature);
      double effective = rate / (1 - mu);
      assertThat(effective / BATCH).isCloseTo(temperature, within(1e-17));
      double rolled = rate * (1 + mu) / ((1 - mu) * h * (2 * (1 + mu) - rate * h));
      apart[i] = (plain(effective, h) - rolled) / effective;
    }
    assertThat(apart[0] / apart[1]).isCloseTo(2, within(0.1));
    assertThat(apart[1] / apart[2]).isCloseTo(2, within(0.1));
  }

  private static SgdSpec plan(double temperature, Optional<Dynamics> dynamics) {
    return new SgdSpec.AtTemperature(BATCH, temperature * BATCH * STEPS, 1_000, LAMBDA, dynamics);
  }

  /** The mean of ‖δ‖² and of δᵀHδ over the steady state, against the sum over the eigenvectors. */
  private static void assertSpread(
      Optional<Dynamics> dynamics, double tolerance, DoubleBinaryOperator variance) {
    double[] found = new double[curvature.length];
    List<double[]> iterates = iterates(plan(TEMPERATURE, dynamics));
    iterates.forEach(theta -> addSquares(Vectors.difference(theta, minimum), found));
    double length = 0;
    double energy = 0;
    double expectedLength = 0;
    double expectedEnergy = 0;
    for (int j = 0; j < found.length; j++) {
      double expected = variance.applyAsDouble(noise[j], curvature[j]);
      length += found[j] / iterates.size();
      energy += curvature[j] * found[j] / iterates.size();
      expectedLength += expected;
      expectedEnergy += curvature[j] * expected;
    }
    assertThat(length / expectedLength).isCloseTo(1, within(tolerance));
    assertThat(energy / expectedEnergy).isCloseTo(1, within(tolerance));
  }

  private static List<double[]> iterates(SgdSpec sgd) {
    var plan =
        new Plan(
            sgd.batchSize(),
            STEPS,
            new StepSize(sgd.learningRate(TEMPERATURE), sgd.lambda(), sgd.momentum()),
            List.of(),
            1,
            sgd.noise());
    List<double[]> iterates = new ArrayList<>();
    try (Network network = new Network(SOFTMAX, DatasetName.DIGITS, Precision.SINGLE)) {
      StochasticGradientDescent.run(
          network,
          DIGITS,
          plan,
          minimum,
          RandomStreams.of(7),
          new StageRun<>(
              Optional.empty(),
              share -> {},
              offered -> {
                StochasticGradientDescent.State state = offered.get();
                if (state.step() > FORGOTTEN) {
                  iterates.add(state.theta());
                }
              }));
    }
    return iterates;
  }
}
