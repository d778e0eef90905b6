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
public record CurrentSpec(int walkers, int steps, double timeStep, @Default("24") int bins) {

  public CurrentSpec {
    new Problems()
        .wholeNumber("walkers", walkers, 512, 100_000)
        .wholeNumber("steps", steps, 100, 1_000_000)
        .number("timeStep", timeStep, 1e-6, 10)
        .wholeNumber("bins", bins, 4, 60)
        .refuseIfAny();
  }
}
