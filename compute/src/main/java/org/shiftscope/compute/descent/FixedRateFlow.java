package org.shiftscope.compute.descent;

import java.util.List;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

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
   * @param run hears the share of the time gone
   */
  static Descent follow(
      Objective objective, double[] start, double time, double rate, StageRun<DescentState> run) {
    CountedGradients gradients = new CountedGradients(objective);
    double[] theta = start.clone();
    long first = 0;
    List<double[]> passed = List.of();
    if (run.from().orElse(null) instanceof DescentState.FixedRate state) {
      theta = state.theta();
      first = state.step();
      gradients.goOnAfter(first);
      passed = state.passed();
    }
    return follow(
        gradients,
        theta,
        new Steps(time, rate, first),
        new FittedEndGradient(time, theta.length, passed),
        run);
  }

  private static Descent follow(
      CountedGradients gradients,
      double[] theta,
      Steps plan,
      FittedEndGradient end,
      StageRun<DescentState> run) {
    double[] gradient = new double[theta.length];
    long steps = plan.count();
    run.progress().accept((double) plan.first() / steps);
    for (long i = plan.first(); i < steps; i++) {
      end.pass(i * plan.rate(), theta);
      gradients.take(theta, gradient);
      Vectors.add(theta, -Math.min(plan.rate(), plan.time() - i * plan.rate()), gradient);
      run.progress().accept((i + 1.0) / steps);
      long taken = i + 1;
      run.offer().accept(() -> new DescentState.FixedRate(taken, theta, end.passed()));
    }
    end.pass(plan.time(), theta);
    double value = gradients.take(theta, gradient);
    return new Descent(theta, value, gradient, end.at(gradient), gradients.count());
  }

  private record Steps(double time, double rate, long first) {

    long count() {
      return (long) Math.ceil(time / rate - 1e-9);
    }
  }
}
