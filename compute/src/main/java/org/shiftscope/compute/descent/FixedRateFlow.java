package org.shiftscope.compute.descent;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.network.Objective;
import org.shiftscope.compute.stage.StageRun;

/**
 * The gradient flow dθ/dt = −∇L by gradient descent at a small fixed rate (Euler's method): the
 * paper's own protocol, 10,000 epochs of 5 steps at 1e-4. Costs time / rate gradients; its error is
 * first order in the rate.
 */
final class FixedRateFlow {

  private final CountedGradients gradients;
  private final StageRun<DescentState> run;
  private final List<FittedEndGradient> ends = new ArrayList<>();
  private final List<Descent> landed = new ArrayList<>();
  private final double[] theta;
  private final double[] gradient;
  private long taken;

  /**
   * Follows the flow to its end.
   *
   * @param start shape [d], not modified
   * @param time flow time τ; the last step is shorter where it is not a whole number of rates
   * @param rate learning rate, above 0
   * @param run hears the share of the time gone
   */
  static Descent follow(
      Objective objective, double[] start, double time, double rate, StageRun<DescentState> run) {
    FlowTimes end = FlowTimes.to(time);
    return follow(objective, start, end, FlowSteps.at(end, rate), run).getLast();
  }

  /**
   * Follows the flow.
   *
   * @param start shape [d], not modified
   * @param steps those between the times
   * @param run hears the share of the steps gone
   * @return the points at the times
   */
  static List<Descent> follow(
      Objective objective,
      double[] start,
      FlowTimes times,
      FlowSteps steps,
      StageRun<DescentState> run) {
    return new FixedRateFlow(objective, start, times, run).follow(steps);
  }

  private FixedRateFlow(
      Objective objective, double[] start, FlowTimes times, StageRun<DescentState> run) {
    this.run = run;
    gradients = new CountedGradients(objective);
    theta = start.clone();
    gradient = new double[start.length];
    for (double time : times.all()) {
      ends.add(new FittedEndGradient(time, start.length));
    }
    if (run.from().orElse(null) instanceof DescentState.FixedRate state) {
      goOn(state);
    }
  }

  private void goOn(DescentState.FixedRate state) {
    System.arraycopy(state.theta(), 0, theta, 0, theta.length);
    taken = state.step();
    gradients.goOnAfter(taken);
    landed.addAll(state.landed());
    for (int i = 0; i < ends.size(); i++) {
      ends.get(i).goOn(state.passed().get(i));
    }
  }

  private List<Descent> follow(FlowSteps steps) {
    long count = steps.count();
    run.progress().accept((double) taken / count);
    while (taken < count) {
      FlowSteps.Step step = steps.after(taken);
      at(step.begin(), step.landed());
      Vectors.add(theta, -step.length(), gradient);
      taken++;
      run.progress().accept((double) taken / count);
      run.offer().accept(this::state);
    }
    at(ends.getLast().time(), ends.size());
    return landed;
  }

  /** Takes the gradient at a point of the flow. {@code times}: those that it has come to. */
  private void at(double t, int times) {
    ends.forEach(end -> end.pass(t, theta));
    double value = gradients.take(theta, gradient);
    if (landed.size() < times) {
      land(value);
    }
  }

  private void land(double value) {
    double[] there = gradient.clone();
    FittedEndGradient end = ends.get(landed.size());
    landed.add(new Descent(theta.clone(), value, there, end.at(there), gradients.count()));
    end.forget();
  }

  private DescentState state() {
    return new DescentState.FixedRate(
        taken, theta, ends.stream().map(FittedEndGradient::passed).toList(), List.copyOf(landed));
  }
}
