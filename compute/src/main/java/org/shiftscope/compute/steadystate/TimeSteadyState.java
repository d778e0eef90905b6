package org.shiftscope.compute.steadystate;

import java.util.function.LongSupplier;
import org.shiftscope.compute.random.RandomStreams;
import org.shiftscope.compute.spec.SteadyState;

/** Times SGD's steps and the full gradients in between, to tell how long trials take. */
public final class TimeSteadyState {

  private static final double SECONDS_EACH = 0.15;
  private static final int WARM_UP = 20_000;
  private static final int STEPS_AT_ONCE = 64;

  private final PreparedModel model;
  private final SteadyState spec;
  private final LongSupplier nanoTime;

  /**
   * Prepares.
   *
   * @param nanoTime a clock that never goes back, in nanoseconds
   */
  public TimeSteadyState(PreparedModel model, SteadyState spec, LongSupplier nanoTime) {
    this.model = model;
    this.spec = spec;
    this.nanoTime = nanoTime;
  }

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
    return time(
            () -> {
              for (int i = 0; i < STEPS_AT_ONCE; i++) {
                sgd.take(theta);
              }
            },
            Math.max(1, WARM_UP / STEPS_AT_ONCE / plan.batchSize()))
        / STEPS_AT_ONCE;
  }

  private double point() {
    RunChain.Plan plan = MeasureSteadyState.plan(model, spec, 0);
    var chain = new RunChain(model.loss(), model.near(), plan, RandomStreams.of(0));
    double[] sums = new double[plan.layout(model.loss().dimension()).size()];
    return time(() -> chain.measure(0, 0, model.near().theta(), sums), 1);
  }

  /** The fastest of many: the others met the compiler or another program. */
  private double time(Runnable step, int warmUp) {
    for (int i = 0; i < warmUp; i++) {
      step.run();
    }
    double best = Double.POSITIVE_INFINITY;
    long start = nanoTime.getAsLong();
    long before = start;
    while (before - start < SECONDS_EACH * 1e9) {
      step.run();
      long now = nanoTime.getAsLong();
      best = Math.min(best, (now - before) / 1e9);
      before = now;
    }
    return best;
  }
}
