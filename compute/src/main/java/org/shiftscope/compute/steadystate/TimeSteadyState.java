package org.shiftscope.compute.steadystate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.SteadyState;

/**
 * Times SGD's steps and what is measured in between, to tell how long trials take.
 *
 * @param nanoTime a clock that never goes back, in nanoseconds
 */
public record TimeSteadyState(PreparedModel model, SteadyState spec, LongSupplier nanoTime) {

  private static final int STEPS_AT_ONCE = 64;

  /** Seconds of each sort of step of {@link CostSteadyState}. */
  public Map<String, Double> seconds() {
    Map<String, Double> seconds = new HashMap<>();
    for (int b = 0; b < spec.batchSizes().size(); b++) {
      seconds.put(
          CostSteadyState.step(spec.batchSizes().get(b)),
          step(b * spec.temperatures().values().size()));
    }
    seconds.put(CostSteadyState.VISITS, visit() * chain().visits());
    seconds.put(CostSteadyState.FULL_POINT, point());
    return seconds;
  }

  private double step(int trial) {
    RunChain.Plan plan = MeasureSteadyState.plan(model, spec, trial);
    var sgd = new MinibatchStep(model.loss(), plan, RandomStreams.of(0));
    double[] theta = model.near().theta().clone();
    return TimeSteps.median(
            () -> {
              for (int i = 0; i < STEPS_AT_ONCE; i++) {
                sgd.take(theta);
              }
            },
            nanoTime)
        / STEPS_AT_ONCE;
  }

  private double visit() {
    RunChain chain = chain();
    double[] theta = model.near().theta();
    double[] delta = new double[theta.length];
    double[] sums = sums();
    return TimeSteps.median(
            () -> {
              for (int i = 0; i < STEPS_AT_ONCE; i++) {
                chain.visit(0, i, theta, delta, sums);
              }
            },
            nanoTime)
        / STEPS_AT_ONCE;
  }

  private double point() {
    RunChain chain = chain();
    double[] sums = sums();
    return TimeSteps.median(() -> chain.measure(0, 0, model.near().theta(), sums), nanoTime);
  }

  private RunChain chain() {
    return new RunChain(model.loss(), model.near(), plan(), RandomStreams.of(0));
  }

  private double[] sums() {
    return new double[plan().layout(model.loss().dimension()).size()];
  }

  private RunChain.Plan plan() {
    return MeasureSteadyState.plan(model, spec, 0);
  }
}
