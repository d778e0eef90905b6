package org.shiftscope.compute.descent;

import java.util.function.DoubleConsumer;
import org.shiftscope.compute.network.Objective;

/**
 * The gradient flow dθ/dt = −∇L by gradient descent at a small fixed rate (Euler's method): the
 * paper's own protocol, 10,000 epochs of 5 steps at 1e-4. Costs time / rate gradients; its error is
 * first order in the rate.
 */
final class FixedRateFlow {

  private FixedRateFlow() {}

  /**
   * Follows the flow.
   *
   * @param start shape [d], not modified
   * @param time flow time τ; the last step is shorter where it is not a whole number of rates
   * @param rate learning rate, above 0
   * @param progress hears the share of the time gone; may throw to stop
   */
  static Descent follow(
      Objective objective, double[] start, double time, double rate, DoubleConsumer progress) {
    CountedGradients gradients = new CountedGradients(objective);
    double[] theta = start.clone();
    double[] gradient = new double[start.length];
    long steps = (long) Math.ceil(time / rate - 1e-9);
    for (long i = 0; i < steps; i++) {
      gradients.take(theta, gradient);
      Vectors.add(theta, -Math.min(rate, time - i * rate), gradient);
      progress.accept((i + 1.0) / steps);
    }
    double value = gradients.take(theta, gradient);
    return new Descent(theta, value, Vectors.norm(gradient), gradients.count());
  }
}
