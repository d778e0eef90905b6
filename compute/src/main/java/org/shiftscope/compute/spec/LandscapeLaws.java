package org.shiftscope.compute.spec;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.LossLandscape;

/** What a landscape must satisfy as a whole, checked on 2,049 points of its domain. */
final class LandscapeLaws {

  private static final int POINTS = 2_049;
  private static final double NARROWEST = 1e-3;
  private static final int MOST_MINIMA = 32;

  /** The losses of a landscape are of the order of 1, and its temperatures 1e-12 to 100. */
  private static final double LEAST_NOISE = 1e-12;

  private static final double MOST_NOISE = 1e12;
  private static final String FORMULA = "objective.formula";

  private final Problems problems;
  private final LossLandscape landscape;
  private final double[] x = new double[POINTS];

  private LandscapeLaws(Problems problems, LossLandscape landscape) {
    this.problems = problems;
    this.landscape = landscape;
    double from = landscape.from();
    Arrays.setAll(x, i -> from + landscape.length() * i / (POINTS - 1));
  }

  static void check(
      Problems problems,
      ObjectiveSpec objective,
      LossLandscape landscape,
      EnsembleSpec simulation) {
    var laws = new LandscapeLaws(problems, landscape);
    laws.sigmas(objective.gaussians());
    laws.noise();
    if (laws.finite()) {
      laws.minima();
      laws.timeStep(simulation);
    }
  }

  /** Narrower ones could fall between the points on which minima are looked for. */
  private void sigmas(ObjectiveSpec.Gaussians gaussians) {
    double least = NARROWEST * landscape.length();
    for (int i = 0; i < gaussians.sigmas().size(); i++) {
      problems.require(
          gaussians.sigmas().get(i) >= least,
          "objective.gaussians.sigmas[" + i + "]",
          "must be at least a thousandth of the domain, " + plain(least),
          gaussians.sigmas().get(i));
    }
  }

  private void noise() {
    double[] values = values(landscape.noise(), 0);
    OptionalInt unfit = first(i -> !(values[i] > 0) || !Double.isFinite(values[i]));
    noise(unfit, values, "must be above 0 in the whole domain");
    if (unfit.isEmpty()) {
      noise(
          first(i -> values[i] < LEAST_NOISE || values[i] > MOST_NOISE),
          values,
          "must be from "
              + SayValue.of(LEAST_NOISE)
              + " to "
              + SayValue.of(MOST_NOISE)
              + " in the whole domain: beyond, it drowns the loss or vanishes beside it in the"
              + " digits of a number");
    }
  }

  private void noise(OptionalInt where, double[] values, String law) {
    where.ifPresent(
        i ->
            problems.require(
                false,
                "noise",
                law + "; at x = " + plain(x[i]) + " it is " + plain(values[i]),
                ""));
  }

  private boolean finite() {
    for (double shift : new double[] {0, landscape.shift()}) {
      double[] values = values(landscape.train(), shift);
      double[] slopes = slopes(shift);
      OptionalInt where = first(i -> !Double.isFinite(values[i]) || !Double.isFinite(slopes[i]));
      if (where.isPresent()) {
        double at = x[where.getAsInt()] - shift;
        problems.require(
            false,
            FORMULA,
            "must have a finite value and slope in the whole domain, and there moved by the shift:"
                + " it has none at x = "
                + plain(at),
            "");
        return false;
      }
    }
    return true;
  }

  private void minima() {
    double[] slopes = slopes(0);
    long minima =
        IntStream.range(1, POINTS).filter(i -> slopes[i - 1] < 0 && slopes[i] >= 0).count();
    problems.require(
        minima <= MOST_MINIMA,
        FORMULA,
        "must have at most " + MOST_MINIMA + " minima in the domain",
        minima);
    problems.require(
        Arrays.stream(slopes).anyMatch(slope -> slope != 0),
        FORMULA,
        "must not be constant, nor may the Gaussians add up to nothing",
        "");
  }

  /** Euler's method swings about a minimum where L″ dt > 1, and leaves it where L″ dt > 2. */
  private void timeStep(EnsembleSpec simulation) {
    double[] slopes = slopes(0);
    double step = x[1] - x[0];
    double steepest =
        IntStream.range(1, POINTS)
            .mapToDouble(i -> Math.abs(slopes[i] - slopes[i - 1]) / step)
            .max()
            .orElseThrow();
    problems.require(
        simulation.timeStep() * steepest <= 1,
        "simulation.timeStep",
        "must be at most 1 / max |L″| = " + plain(1 / steepest) + ", so that no step overshoots",
        simulation.timeStep());
  }

  private double[] values(Curve curve, double shift) {
    double[] values = new double[POINTS];
    curve.values(moved(shift), values);
    return values;
  }

  private double[] slopes(double shift) {
    double[] slopes = new double[POINTS];
    landscape.train().slopes(moved(shift), slopes);
    return slopes;
  }

  private double[] moved(double shift) {
    return Arrays.stream(x).map(at -> at - shift).toArray();
  }

  private static OptionalInt first(IntPredicate fails) {
    return IntStream.range(0, POINTS).filter(fails).findFirst();
  }

  private static String plain(double value) {
    return SayValue.rounded(value, 4);
  }
}
