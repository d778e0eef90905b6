package org.shiftscope.compute.simulation;

/**
 * What an ensemble of walkers does.
 *
 * @param temperature T, above 0
 * @param timeStep dt of the Langevin equation; for SGD, its learning rate η. Above 0
 * @param steps steps of each walker, at least 1
 * @param burnIn steps before the histogram is taken, below {@code steps}
 * @param sampleEvery the histogram takes every so many steps after the burn-in, at least 1
 * @param walkers their number, at least 2
 * @param startFrom walkers start uniformly from here
 * @param startTo to here; the same for a start at one point. Both in the domain
 * @param bins the domain, whose ends reflect, and the histogram's bins
 */
public record EnsemblePlan(
    double temperature,
    double timeStep,
    long steps,
    long burnIn,
    int sampleEvery,
    int walkers,
    double startFrom,
    double startTo,
    Bins bins) {

  public EnsemblePlan {
    require(temperature > 0, "temperature", temperature);
    require(timeStep > 0, "timeStep", timeStep);
    require(steps >= 1, "steps", steps);
    require(burnIn >= 0 && burnIn < steps, "burnIn", burnIn);
    require(sampleEvery >= 1 && sampleEvery <= steps - burnIn, "sampleEvery", sampleEvery);
    require(walkers >= 2, "walkers", walkers);
    require(startFrom >= bins.from(), "startFrom", startFrom);
    require(startTo >= startFrom && startTo <= bins.to(), "startTo", startTo);
  }

  private static void require(boolean holds, String field, Number value) {
    if (!holds) {
      throw new IllegalArgumentException(field + " = " + value);
    }
  }
}
