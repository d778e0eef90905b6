package org.shiftscope.compute.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.shiftscope.compute.curve.Curve;
import org.shiftscope.compute.curve.Everywhere;
import org.shiftscope.compute.curve.IsolateRoots;
import org.shiftscope.compute.curve.LocateRoot;
import org.shiftscope.compute.curve.LossLandscape;
import org.shiftscope.compute.curve.Root;
import org.shiftscope.compute.curve.Roots;
import org.shiftscope.compute.curve.Unproven;
import org.shiftscope.compute.formula.Interval;

/**
 * What a landscape must satisfy as a whole: checked on 2,049 points of its domain, which finds what
 * is wrong quickly, and then shown for all between by interval arithmetic.
 */
final class LandscapeLaws {

  private static final int POINTS = 2_049;
  private static final double NARROWEST = 1e-3;
  private static final int MOST_MINIMA = 32;

  /** A spec is read often: this takes some milliseconds, and theory looks closer. */
  private static final int PARTS = 4_000;

  /** The losses of a landscape are of the order of 1, and its temperatures 1e-12 to 1e15. */
  private static final double LEAST_NOISE = 1e-12;

  private static final double MOST_NOISE = 1e12;
  private static final String FORMULA = "objective.formula";

  private final Problems problems;
  private final LossLandscape landscape;
  private final double[] x = new double[POINTS];
  private Roots roots = new Roots(0, 0, List.of(), 0, 0, List.of());

  private LandscapeLaws(Problems problems, LossLandscape landscape) {
    this.problems = problems;
    this.landscape = landscape;
    double from = landscape.from();
    Arrays.setAll(x, i -> from + landscape.length() * i / (POINTS - 1));
  }

  /** Those of a landscape with walkers. */
  static void check(
      Problems problems,
      ObjectiveSpec objective,
      LossLandscape landscape,
      EnsembleSpec simulation) {
    var laws = new LandscapeLaws(problems, landscape);
    laws.sigmas(objective.gaussians());
    if (laws.ofTheory()) {
      laws.timeStep(simulation);
    }
  }

  /** Those of a landscape that theory alone looks at. */
  static void check(Problems problems, ObjectiveSpec objective, LossLandscape landscape) {
    var laws = new LandscapeLaws(problems, landscape);
    laws.sigmas(objective.gaussians());
    laws.ofTheory();
  }

  private boolean ofTheory() {
    noise();
    if (!finite()) {
      return false;
    }
    roots =
        IsolateRoots.of(
            landscape.train(), landscape.from(), landscape.to(), 2 * MOST_MINIMA + 1, PARTS);
    minima();
    return true;
  }

  /** Walkers and the Fokker-Planck equation would step over narrower ones. */
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
      noiseBetween();
    }
  }

  /** Also where no point lies: it may fall below 0 in a narrow place. */
  private void noiseBetween() {
    Everywhere.fails(
            part -> landscape.noise().near(0, part),
            Interval::isAbove0,
            value -> value.upper() <= 0,
            landscape.from(),
            landscape.to())
        .ifPresent(
            where -> {
              double value = landscape.noise().value(where.middle());
              problems.require(
                  false,
                  "noise",
                  value > 0
                      ? "must be above 0 in the whole domain: near x = "
                          + precise(where.middle())
                          + " this could not be shown"
                      : "must be above 0 in the whole domain; at x = "
                          + precise(where.middle())
                          + " it is "
                          + plain(value),
                  "");
            });
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
    return finiteBetween(0) && finiteBetween(1);
  }

  /** Also where no point lies: a pole is as narrow as can be. */
  private boolean finiteBetween(int order) {
    double shift = landscape.shift();
    Optional<Unproven> where =
        Everywhere.fails(
            part -> landscape.train().enclose(order, part),
            Interval::isBounded,
            value -> false,
            landscape.from() - Math.max(0, shift),
            landscape.to() - Math.min(0, shift));
    where.ifPresent(
        stretch ->
            problems.require(
                false,
                FORMULA,
                "must have a finite value and slope in the whole domain, and there moved by the shift:"
                    + " that it has one near x = "
                    + precise(stretch.middle())
                    + " could not be shown",
                ""));
    return where.isEmpty();
  }

  private void minima() {
    double[] slopes = slopes(0);
    long seen = IntStream.range(1, POINTS).filter(i -> slopes[i - 1] < 0 && slopes[i] >= 0).count();
    long minima = Math.max(seen, roots.changes().stream().filter(Root::rising).count());
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
    double steepest = Math.max(steepestOnPoints(), steepestAtRoots());
    problems.require(
        simulation.timeStep() * steepest <= 1,
        "simulation.timeStep",
        "must be at most 1 / max |L″| = " + plain(1 / steepest) + ", so that no step overshoots",
        simulation.timeStep());
  }

  private double steepestOnPoints() {
    double[] slopes = slopes(0);
    double step = x[1] - x[0];
    return IntStream.range(1, POINTS)
        .mapToDouble(i -> Math.abs(slopes[i] - slopes[i - 1]) / step)
        .max()
        .orElseThrow();
  }

  /** In a well between two points, L″ is largest about its minimum. */
  private double steepestAtRoots() {
    Curve train = landscape.train();
    return roots.changes().stream()
        .filter(Root::rising)
        .mapToDouble(root -> LocateRoot.of(train, train::slope, root))
        .map(place -> train.derivatives(2, place)[2])
        .max()
        .orElse(0);
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

  /** A narrow place needs its digits. */
  private static String precise(double value) {
    return SayValue.rounded(value, 10);
  }
}
