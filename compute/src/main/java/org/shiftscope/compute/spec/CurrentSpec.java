package org.shiftscope.compute.spec;

/**
 * The simulation whose steady-state current is measured: walkers of Eq. 11 with reflecting walls at
 * the edges of the domain.
 *
 * @param walkers independent walkers, 512 to 100,000; their spread, in 16 groups, is the error
 * @param steps steps of each, of which the first quarter is forgotten: 100 to 1,000,000
 * @param timeStep dt, 1e-6 to 10; its error is of first order, so it must be small against 1 / the
 *     largest curvature
 * @param bins bins along each axis, 4 to 60
 */
public record CurrentSpec(
    @Within(least = 512, most = 100_000) int walkers,
    @Within(least = 100, most = 1_000_000) int steps,
    @Within(least = 1e-6, most = 10) double timeStep,
    @Default("24") @Within(least = 4, most = 60) int bins) {

  public CurrentSpec {
    new Problems()
        .within(CurrentSpec.class, "walkers", walkers)
        .within(CurrentSpec.class, "steps", steps)
        .within(CurrentSpec.class, "timeStep", timeStep)
        .within(CurrentSpec.class, "bins", bins)
        .refuseIfAny();
  }
}
