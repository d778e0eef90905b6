package org.shiftscope.compute.trial;

import java.util.function.LongSupplier;
import org.shiftscope.compute.spec.Landscape;

/**
 * The cost of a landscape: its walkers' steps, and the theory beside them.
 *
 * @param spec the experiment
 * @param secondsPerStep of one walker
 */
record LandscapeCosts(Landscape spec, double secondsPerStep) implements TrialCosts {

  static LandscapeCosts time(Landscape spec, LongSupplier nanoTime) {
    return new LandscapeCosts(spec, TimeWalkers.secondsPerStep(spec, nanoTime));
  }

  @Override
  public double seconds(int trial) {
    return spec.cost(trial) * secondsPerStep + LandscapeTrial.SECONDS_OF_THE_REST;
  }

  @Override
  public long memory(int atATime) {
    return atATime * LandscapeTrial.memory(spec);
  }

  @Override
  public Speed speed() {
    return new Speed(1 / secondsPerStep, Speed.Unit.WALKER_STEPS);
  }
}
