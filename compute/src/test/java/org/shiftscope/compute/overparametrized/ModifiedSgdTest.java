package org.shiftscope.compute.overparametrized;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.result.ModifiedSgdCheck;
import org.shiftscope.compute.spec.ModifiedSgdSpec;
import org.shiftscope.compute.stage.Course;

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
    var eigen = new org.hipparchus.linear.EigenDecompositionSymmetric(model.hessian());
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
  void walkersReachTheSteadyState() {
    var spec = new ModifiedSgdSpec(3, 5, LAMBDA, EPSILON, 2, 40, 100);
    ModifiedSgdCheck check =
        ModifiedSgd.run(spec, 0.02, RandomStreams.of(4), Course.whole(share -> {}));
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
}
