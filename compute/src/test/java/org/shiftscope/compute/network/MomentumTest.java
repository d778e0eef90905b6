package org.shiftscope.compute.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.shiftscope.compute.network.kernel.Operations;

/** The heavy ball on quadratics, whose path is known: a damped oscillation. */
class MomentumTest {

  private static final double RATE = 0.1;
  private static final double LAMBDA = 0.5;
  private static final double MOMENTUM = 0.8;
  private static final double[] CURVATURES = {0.5, 1.5, 4, 9};
  private static final int STEPS = 40;

  @ParameterizedTest
  @EnumSource(Implementation.class)
  void aQuadraticIsFollowedAlongItsKnownPath(Implementation implementation) {
    follow(implementation.operations(), DataType.DOUBLE, 1e-13);
    follow(implementation.operations(), DataType.FLOAT, 1e-5);
  }

  private static void follow(Operations operations, DataType type, double tolerance) {
    INDArray theta = Nd4j.ones(type, CURVATURES.length);
    INDArray gradient = Nd4j.zeros(type, CURVATURES.length);
    INDArray velocity = Nd4j.zeros(type, CURVATURES.length);
    Runnable step = operations.roll(theta, gradient, velocity, RATE, LAMBDA, MOMENTUM);
    for (int k = 1; k <= STEPS; k++) {
      for (int i = 0; i < CURVATURES.length; i++) {
        gradient.putScalar(i, CURVATURES[i] * theta.getDouble(i));
      }
      step.run();
      for (int i = 0; i < CURVATURES.length; i++) {
        assertThat(theta.getDouble(i))
            .isCloseTo(known(CURVATURES[i] + LAMBDA, k), within(tolerance));
      }
    }
  }

  /**
   * θ_k from θ_0 = 1 and v_0 = 0 for L = (h/2) θ²: θ_{k+1} = (1 + μ − ηh) θ_k − μ θ_{k−1}, whose
   * roots are √μ e^{±iφ} with cos φ = (1 + μ − ηh) / (2√μ).
   */
  private static double known(double h, int k) {
    double angle = Math.acos((1 + MOMENTUM - RATE * h) / (2 * Math.sqrt(MOMENTUM)));
    double first = (1 - RATE * h) / Math.sqrt(MOMENTUM);
    double sine = (first - Math.cos(angle)) / Math.sin(angle);
    return Math.pow(MOMENTUM, k / 2.0) * (Math.cos(k * angle) + sine * Math.sin(k * angle));
  }
}
