package org.shiftscope.compute.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.shiftscope.compute.random.RandomStreams;

/** Tables of drift and noise, at points that they were not made from. */
class TabulateTest {

  /** The paper's Fig 4, left: two Gaussians on [−3, 3], one of them narrow; and a noise. */
  private static final DriftAndNoise GAUSSIANS =
      (x, drift, noise) -> {
        for (int i = 0; i < x.length; i++) {
          drift[i] = slope(x[i], -1, 0.1, 0.021) + slope(x[i], 1, 0.5, 0.1);
          noise[i] = 0.001 * (1 + FastMath.sin(3 * x[i]) / 2);
        }
      };

  private static double slope(double x, double mean, double sigma, double weight) {
    double z = (x - mean) / sigma;
    return -weight * z * Math.exp(-z * z / 2) / (sigma * sigma * Math.sqrt(2 * Math.PI));
  }

  @Test
  void aTableIsRightToTheStatedError() {
    DriftAndNoise table = Tabulate.of(GAUSSIANS, -3, 3, 1e-10);
    assertThat(table).isNotSameAs(GAUSSIANS);
    var random = RandomStreams.of(1).fastGenerator();
    double[] x = random.doubles(20_000, -3, 3).toArray();
    x[0] = -3;
    x[1] = 3;
    double[][] fast = new double[2][x.length];
    double[][] exact = new double[2][x.length];
    table.at(x, fast[0], fast[1]);
    GAUSSIANS.at(x, exact[0], exact[1]);
    for (int i = 0; i < x.length; i++) {
      // The largest slope is 0.51, the largest noise 0.0015.
      assertThat(fast[0][i]).isCloseTo(exact[0][i], within(0.51e-10));
      assertThat(fast[1][i]).isCloseTo(exact[1][i], within(0.0015e-10));
    }
  }

  @Test
  void whatIsNotSmoothIsEvaluatedExactly() {
    DriftAndNoise step =
        (x, drift, noise) -> {
          for (int i = 0; i < x.length; i++) {
            drift[i] = x[i] < 0.123 ? -1 : 1;
            noise[i] = 1;
          }
        };
    assertThat(Tabulate.of(step, -1, 1, 1e-10)).isSameAs(step);
  }
}
