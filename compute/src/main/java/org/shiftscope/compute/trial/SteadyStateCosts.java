package org.shiftscope.compute.trial;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import org.shiftscope.compute.spec.SteadyState;
import org.shiftscope.compute.steadystate.PreparedModel;
import org.shiftscope.compute.steadystate.TimeSteadyState;

/**
 * The cost of a steady state: SGD's steps, and full gradients in between.
 *
 * @param spec the experiment
 * @param ofTrials seconds of each trial; a trial without a minimum ends at once
 */
record SteadyStateCosts(SteadyState spec, List<Double> ofTrials) implements TrialCosts {

  static SteadyStateCosts time(SteadyState spec, LongSupplier nanoTime) {
    double[] seconds =
        PreparedModel.of(spec)
            .map(model -> new TimeSteadyState(model, spec, nanoTime).seconds())
            .orElseGet(() -> new double[spec.trialCount()]);
    return new SteadyStateCosts(spec, Arrays.stream(seconds).boxed().toList());
  }

  @Override
  public double seconds(int trial) {
    return ofTrials.get(trial);
  }

  @Override
  public double epochs(int trial) {
    return spec.cost(trial) / spec.model().samples();
  }

  /** Samples, and a few dozen matrices for each trial. */
  @Override
  public long memory(int atATime) {
    long d = spec.model().dimension();
    return atATime * 8L * (spec.model().samples() * (d + 2) + 100 * d * d);
  }

  @Override
  public Speed speed() {
    double gradients = 0;
    double seconds = 0;
    for (int trial = 0; trial < ofTrials.size(); trial++) {
      gradients += spec.cost(trial);
      seconds += seconds(trial);
    }
    return new Speed(gradients / Math.max(1e-9, seconds), Speed.Unit.SAMPLES);
  }
}
