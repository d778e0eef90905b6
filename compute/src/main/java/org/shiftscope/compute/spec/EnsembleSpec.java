package org.shiftscope.compute.spec;

/**
 * The walkers that simulate the Langevin equation (Eq. 11) on a landscape. They start evenly spread
 * over the domain.
 *
 * @param walkers 512 to 100,000: they go in blocks of 256, and errors come from the blocks
 * @param time for which they walk, in flow time, 1e-6 to 1e9; the second half is measured
 * @param timeStep dt of the Euler-Maruyama scheme, such that there are 100 to 100,000,000 steps,
 *     and at most 1e12 of all walkers
 */
public record EnsembleSpec(
    @Within(least = 512, most = 100_000) int walkers,
    @Within(least = 1e-6, most = 1e9) double time,
    @Within(least = 1e-12, most = 1e6) double timeStep) {

  private static final double FEWEST_STEPS = 100;
  private static final double MOST_STEPS = 1e8;
  private static final double MOST_OF_ALL = 1e12;

  public EnsembleSpec {
    var problems =
        new Problems()
            .within(EnsembleSpec.class, "walkers", walkers)
            .within(EnsembleSpec.class, "time", time)
            .within(EnsembleSpec.class, "timeStep", timeStep);
    problems.refuseIfAny();
    double steps = time / timeStep;
    problems
        .require(
            steps >= FEWEST_STEPS * 0.999_999 && steps <= MOST_STEPS,
            "timeStep",
            "must make 100 to 100000000 steps of the time " + SayValue.of(time),
            timeStep)
        .require(
            steps * walkers <= MOST_OF_ALL,
            "walkers",
            "times steps must be at most 1e12",
            (double) walkers * steps)
        .refuseIfAny();
  }

  /** Steps of each walker. */
  public long steps() {
    return Math.round(time / timeStep);
  }
}
