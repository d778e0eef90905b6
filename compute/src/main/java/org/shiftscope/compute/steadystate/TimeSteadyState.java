package org.shiftscope.compute.steadystate;

import java.util.function.LongSupplier;
import org.shiftscope.compute.estimate.TimeSteps;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.SteadyState;

/**
 * Times SGD's steps and the full gradients in between, to tell how long trials take.
 *
 * @param nanoTime a clock that never goes back, in nanoseconds
 */
public record TimeSteadyState(PreparedModel model, SteadyState spec, LongSupplier nanoTime) {

  private static final int STEPS_AT_ONCE = 64;

  /** Seconds of each trial, shape [trials]. */
  public double[] seconds() {
    int trials = spec.trialCount();
    double[] step = new double[spec.batchSizes().size()];
    for (int b = 0; b < step.length; b++) {
      step[b] = step(b * spec.temperatures().values().size());
    }
    double point = point();
    double[] seconds = new double[trials];
    for (int trial = 0; trial < trials; trial++) {
      RunChain.Plan plan = MeasureSteadyState.plan(model, spec, trial);
      seconds[trial] =
          plan.allSteps() * step[spec.batchSizes().indexOf(spec.batchSizeOf(trial))]
              + (double) plan.windows() * RunChain.FULL_POINTS * point;
    }
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

  private double point() {
    RunChain.Plan plan = MeasureSteadyState.plan(model, spec, 0);
    var chain = new RunChain(model.loss(), model.near(), plan, RandomStreams.of(0));
    double[] sums = new double[plan.layout(model.loss().dimension()).size()];
    return TimeSteps.median(() -> chain.measure(0, 0, model.near().theta(), sums), nanoTime);
  }
}
