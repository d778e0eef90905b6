package org.shiftscope.compute.overparametrized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.model.RidgeRegression;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.stage.StageRun;

/** The steady state of Eq. 13 where it is known. */
class ModifiedSgdTest {

  private static final double LAMBDA = 0.5;
  private static final double EPSILON = 0.7;

  /** Along the two directions that no sample sees, C is 0 and the curvature λ. */
  @Test
  void outsideTheSpanOnlyTheAddedNoiseIsLeft() {
    RidgeRegression model = planted();
    double temperature = 1e-3;
    int seen = 0;
    RealMatrix leading = model.leadingOrder(temperature);
    var eigen = new EigenDecompositionSymmetric(model.hessian());
    for (int j = 0; j < model.dimension(); j++) {
      if (Math.abs(eigen.getEigenvalue(j) - LAMBDA) < 1e-12) {
        var v = eigen.getEigenvector(j);
        assertThat(v.dotProduct(leading.operate(v)))
            .isCloseTo(temperature * EPSILON * EPSILON / (2 * LAMBDA), within(1e-15));
        seen++;
      }
    }
    assertThat(seen).isEqualTo(2);
  }

  /** The exact second moment comes to that of Eq. 11 as η falls, in proportion to η. */
  @Test
  void theLeadingOrderIsWhatIsLeftAtSmallRates() {
    RidgeRegression model = planted();
    double coarse = distance(model, 1e-3);
    double fine = distance(model, 5e-4);
    assertThat(coarse / fine).isCloseTo(2, within(0.05));
    assertThat(fine).isLessThan(0.01);
  }

  @Test
  void theSymmetricEquationsAgreeWithThoseOfAllMoments() {
    RidgeRegression model = planted();
    for (double rate : new double[] {1e-3, 0.1, 0.4}) {
      RealMatrix all = allMoments(model, rate, 2);
      assertThat(model.exact(rate, 2).subtract(all).getFrobeniusNorm())
          .isLessThan(1e-12 * all.getFrobeniusNorm());
    }
  }

  @Test
  void walkersReachTheSteadyState() {
    var spec = new ModifiedSgdSpec(3, 5, LAMBDA, EPSILON, 2, 40, 100);
    ModifiedSgdCheck check =
        ModifiedSgd.run(spec, 0.02, RandomStreams.of(4), StageRun.whole(share -> {}));
    for (int j = 0; j < 5; j++) {
      // Four standard errors: five comparisons of 40 walkers each.
      assertThat(check.simulated().get(j))
          .isCloseTo(check.exact().get(j), within(4 * check.standardError().get(j)));
      assertThat(check.standardError().get(j)).isLessThan(0.05 * check.exact().get(j));
    }
  }

  private static double distance(RidgeRegression model, double rate) {
    RealMatrix exact = model.exact(rate, 2);
    RealMatrix leading = model.leadingOrder(rate / 2);
    return exact.subtract(leading).getFrobeniusNorm() / leading.getFrobeniusNorm();
  }

  private static RidgeRegression planted() {
    return RidgeRegression.plant(3, 5, LAMBDA, EPSILON, RandomStreams.of(4).generator());
  }

  /**
   * The second moments of Eq. 13 without use of their symmetry. With δ = θ − θ* and A_i = x_i x_iᵀ
   * + λI, a step is δ ← δ − η mean(A_i δ + g_i) − η ε ξ/√B, whose second moment M stands still
   * where
   *
   * <p>HM + MH = η HMH + T (mean A_i M A_i − HMH + C + ε²I), T = η/B:
   *
   * <p>a linear system for the d² numbers of M.
   */
  private static RealMatrix allMoments(RidgeRegression model, double learningRate, int batchSize) {
    int d = model.dimension();
    double temperature = learningRate / batchSize;
    RealMatrix system = new Array2DRowRealMatrix(d * d, d * d);
    RealMatrix h = model.hessian();
    for (int column = 0; column < d * d; column++) {
      RealMatrix unit = new Array2DRowRealMatrix(d, d);
      unit.setEntry(column / d, column % d, 1);
      RealMatrix twice = h.multiply(unit).multiply(h);
      RealMatrix image =
          h.multiply(unit)
              .add(unit.multiply(h))
              .subtract(twice.scalarMultiply(learningRate - temperature))
              .subtract(meanOfProducts(model, unit).scalarMultiply(temperature));
      for (int row = 0; row < d * d; row++) {
        system.setEntry(row, column, image.getEntry(row / d, row % d));
      }
    }
    RealMatrix noise = model.noise().scalarMultiply(temperature);
    ArrayRealVector right = new ArrayRealVector(d * d);
    for (int row = 0; row < d * d; row++) {
      right.setEntry(row, noise.getEntry(row / d, row % d));
    }
    double[] solved = new LUDecomposition(system).getSolver().solve(right).toArray();
    RealMatrix moment = new Array2DRowRealMatrix(d, d);
    for (int row = 0; row < d * d; row++) {
      moment.setEntry(row / d, row % d, solved[row]);
    }
    return moment;
  }

  /** (1/N) Σ A_i M A_i, A_i = x_i x_iᵀ + λI. */
  private static RealMatrix meanOfProducts(RidgeRegression model, RealMatrix m) {
    RealMatrix mean = m.scalarMultiply(LAMBDA * LAMBDA);
    for (double[] sample : model.x()) {
      double[] left = m.operate(sample);
      double[] right = m.preMultiply(sample);
      RealMatrix product =
          outer(sample, sample)
              .scalarMultiply(Vectors.dot(sample, left))
              .add(outer(sample, right).add(outer(left, sample)).scalarMultiply(LAMBDA));
      mean = mean.add(product.scalarMultiply(1.0 / model.samples()));
    }
    return mean;
  }

  private static RealMatrix outer(double[] a, double[] b) {
    return new ArrayRealVector(a, false).outerProduct(new ArrayRealVector(b, false));
  }
}
