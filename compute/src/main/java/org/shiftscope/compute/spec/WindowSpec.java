package org.shiftscope.compute.spec;

import java.util.stream.IntStream;

/**
 * The window in which the iterates of Eq. 4 are looked at: after its end, SGD goes on at the same
 * learning rate and batch size, and every so many steps an iterate is taken.
 *
 * @param flowTime τ_w, η times the number of steps of the window, with momentum that T counts η /
 *     (1 − μ) times these; 1e-9 to 1e9, at each temperature at least as many steps as iterates and
 *     at most a million epochs
 * @param iterates n, evenly spaced, the last at the window's end; 8 to 2,000
 * @param keepIterates whether they are kept with the result, for NumPy
 * @param projectedShift whether Eq. 12's shift is measured beside the plain one: it takes the
 *     gradient of each test sample alone, and keeps as many vectors of d numbers
 */
public record WindowSpec(
    @Within(least = 1e-9, most = 1e9) double flowTime,
    @Within(least = 8, most = 2_000) int iterates,
    @Default("false") boolean keepIterates,
    @Default("false") boolean projectedShift) {

  private static final double MOST_EPOCHS = 1e6;

  public WindowSpec {
    new Problems()
        .within(WindowSpec.class, "flowTime", flowTime)
        .within(WindowSpec.class, "iterates", iterates)
        .refuseIfAny();
  }

  /** Without a projected shift. */
  public WindowSpec(double flowTime, int iterates, boolean keepIterates) {
    this(flowTime, iterates, keepIterates, false);
  }

  /** Steps of SGD that the window takes at a temperature. */
  public long steps(SgdCourse course, double temperature) {
    return Math.max(1, Math.round(flowTime / course.lastFlow(temperature)));
  }

  /** The steps after which an iterate is taken, counted from the window's start. Shape [n]. */
  public long[] taken(SgdCourse course, double temperature) {
    long steps = steps(course, temperature);
    return IntStream.rangeClosed(1, iterates)
        .mapToLong(i -> Math.round((double) steps * i / iterates))
        .toArray();
  }

  /** The laws that join it with how the network is trained. */
  void check(Problems problems, TrainingSpec training) {
    var course = new SgdCourse(training.sgd(), training.dataset().trainSamples());
    double[] steps =
        IntStream.range(0, training.temperatures().count())
            .mapToDouble(i -> flowTime / course.lastFlow(training.temperatures().value(i)))
            .sorted()
            .toArray();
    problems
        .require(
            steps[0] >= iterates,
            "window.flowTime",
            "must hold at least one step for each of the "
                + iterates
                + " iterates at every temperature: at the highest it holds "
                + SayValue.of((double) Math.round(steps[0])),
            flowTime)
        .require(
            steps[steps.length - 1] <= MOST_EPOCHS * course.batchesPerEpoch(),
            "window.flowTime",
            "must take at most 1,000,000 epochs at every temperature",
            flowTime)
        .require(
            training.sgd().ownTemperature().isEmpty() || training.sgd().momentum() == 0,
            "sgd.momentum",
            "must be 0 where a window is looked at: a schedule's T = η / B does not count it, and"
                + " Eq. 4's T does",
            training.sgd().momentum());
  }
}
