package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.formula.FormulaRefused;

/**
 * Assumption 1 (Appendix B.1): is the field a = C⁻¹ (∇L + (T/2) ∇·C) a gradient? Its curl ∂_1 a_2 −
 * ∂_2 a_1 is 0 where it is, and only then does SGD's steady state have no current and the form of
 * Eq. 5.
 *
 * @param title a person's name for it
 * @param field L and C: two formulas' worth, or those of a small real model
 * @param temperatures the temperatures T
 * @param seeds one trial for each temperature and seed, 10,000 trials at most
 */
@Id(AssumptionCheck.KIND)
@Offers(AssumptionPresets.class)
public record AssumptionCheck(
    @Default("Assumption 1") String title,
    VectorField field,
    Temperatures temperatures,
    Seeds seeds)
    implements ExperimentSpec {

  /** The kind's name in JSON. */
  public static final String KIND = "assumption";

  public AssumptionCheck {
    title = title.strip();
    var problems = new Problems().title(title);
    Axes.of(temperatures, seeds).check(problems, Axes.MOST_TRIALS, "temperatures", "seeds");
    temperatures.checkOfNetwork(problems, "temperatures");
    problems.refuseIfAny();
  }

  /** Where L and C come from. */
  @ToldBy("name")
  public sealed interface VectorField {

    /** The name in JSON. */
    default String name() {
      return Variants.idOf(getClass());
    }
  }

  /**
   * A loss and a noise in two dimensions, as formulas in x and y.
   *
   * @param loss L(x, y)
   * @param c11 C_11(x, y)
   * @param c12 C_12 = C_21
   * @param c22 C_22; C must be positive definite on the whole domain
   * @param domain where the curl is drawn and the walkers stay
   * @param gridPoints points along each axis on which the curl is taken, 11 to 201
   * @param current the simulation
   */
  @Id(Formulas.NAME)
  public record Formulas(
      String loss,
      String c11,
      String c12,
      String c22,
      Domain domain,
      @Default("61") @Within(least = 11, most = 201) int gridPoints,
      CurrentSpec current)
      implements VectorField {

    /** The name in JSON. */
    public static final String NAME = "formulas";

    /** The variables that the formulas may use. */
    public static final List<String> VARIABLES = List.of("x", "y");

    private static final int CHECKED_POINTS = 41;

    /** So many at once that their steps take as long as those of more. */
    private static final int TIMED_WALKERS = 2_048;

    public Formulas {
      var problems = new Problems();
      parses(problems, "loss", loss);
      parses(problems, "c11", c11);
      parses(problems, "c12", c12);
      parses(problems, "c22", c22);
      problems.within(Formulas.class, "gridPoints", gridPoints);
      problems.refuseIfAny();
      checkFinite(problems, loss, domain);
      checkPositive(problems, c11, c12, c22, domain);
      problems.refuseIfAny();
    }

    /** The same with so few steps that they can be timed. */
    public Formulas shorter() {
      int walkers = Math.min(current.walkers(), TIMED_WALKERS);
      var few = new CurrentSpec(walkers, 200, current.timeStep(), current.bins());
      return new Formulas(loss, c11, c12, c22, domain, gridPoints, few);
    }

    private static void parses(Problems problems, String field, String text) {
      try {
        Formula.parse(text, VARIABLES);
      } catch (FormulaRefused refused) {
        problems.require(false, field, String.valueOf(refused.getMessage()), text);
      }
    }

    private static void checkFinite(Problems problems, String loss, Domain domain) {
      double[][] points = domain.points(CHECKED_POINTS);
      double[] values = values(loss, points);
      for (int i = 0; i < values.length; i++) {
        if (!Double.isFinite(values[i])) {
          problems.require(false, "loss", "must be finite on the whole domain", at(points, i));
          return;
        }
      }
    }

    private static void checkPositive(
        Problems problems, String c11, String c12, String c22, Domain domain) {
      double[][] points = domain.points(CHECKED_POINTS);
      double[] first = values(c11, points);
      double[] beside = values(c12, points);
      double[] second = values(c22, points);
      for (int i = 0; i < first.length; i++) {
        if (!(first[i] > 0 && first[i] * second[i] - beside[i] * beside[i] > 0)) {
          problems.require(
              false,
              first[i] > 0 ? "c12" : "c11",
              "must make C positive definite on the whole domain: C_11 > 0 and C_11 C_22 > C_12²",
              String.format(
                  Locale.ROOT,
                  "C = (%s, %s; %s, %s) %s",
                  said(first[i]),
                  said(beside[i]),
                  said(beside[i]),
                  said(second[i]),
                  at(points, i)));
          return;
        }
      }
    }

    private static double[] values(String formula, double[][] points) {
      double[] values = new double[points[0].length];
      Formula.parse(formula, VARIABLES).values(points, values);
      return values;
    }

    private static String at(double[][] points, int i) {
      return "at x = " + said(points[0][i]) + ", y = " + said(points[1][i]);
    }

    private static String said(double value) {
      return SayValue.rounded(value, 3);
    }
  }

  /**
   * A rectangle.
   *
   * @param xFrom −1e6 to 1e6
   * @param xTo above xFrom
   * @param yFrom −1e6 to 1e6
   * @param yTo above yFrom
   */
  public record Domain(
      @Within(least = -FAR, most = FAR) double xFrom,
      @Within(least = -FAR, most = FAR) double xTo,
      @Within(least = -FAR, most = FAR) double yFrom,
      @Within(least = -FAR, most = FAR) double yTo) {

    private static final double FAR = 1e6;

    public Domain {
      new Problems()
          .within(Domain.class, "xFrom", xFrom)
          .within(Domain.class, "xTo", xTo)
          .require(!(xTo <= xFrom), "xTo", "must be above xFrom, " + SayValue.of(xFrom), xTo)
          .within(Domain.class, "yFrom", yFrom)
          .within(Domain.class, "yTo", yTo)
          .require(!(yTo <= yFrom), "yTo", "must be above yFrom, " + SayValue.of(yFrom), yTo)
          .refuseIfAny();
    }

    /** A grid with both ends, x running fastest: shape [2][count²], count ≥ 2. */
    public double[][] points(int count) {
      double[][] points = new double[2][count * count];
      for (int row = 0; row < count; row++) {
        for (int column = 0; column < count; column++) {
          int i = row * count + column;
          points[0][i] = xFrom + (xTo - xFrom) * column / (count - 1);
          points[1][i] = yFrom + (yTo - yFrom) * row / (count - 1);
        }
      }
      return points;
    }
  }

  /**
   * Logistic regression of one class of the UCI digits against another, on the images' first
   * principal components and a constant: few parameters, so that C and its derivatives are known.
   *
   * @param firstClass 0 to 9
   * @param secondClass 0 to 9, another
   * @param components principal components, each scaled to variance 1: 1 to 10
   * @param lambda λ, 1e-6 to 10
   * @param points random points looked at for each distance from the minimum, 2 to 1,000
   */
  @Id(DigitsRegression.NAME)
  public record DigitsRegression(
      @Within(least = 0, most = 9) int firstClass,
      @Within(least = 0, most = 9) int secondClass,
      @Within(least = 1, most = 10) int components,
      @Within(least = 1e-6, most = 10) double lambda,
      @Within(least = 2, most = 1_000) int points)
      implements VectorField {

    /** The name in JSON. */
    public static final String NAME = "digits-regression";

    public DigitsRegression {
      new Problems()
          .within(DigitsRegression.class, "firstClass", firstClass)
          .within(DigitsRegression.class, "secondClass", secondClass)
          .require(firstClass != secondClass, "secondClass", "must be another class", secondClass)
          .within(DigitsRegression.class, "components", components)
          .within(DigitsRegression.class, "lambda", lambda)
          .within(DigitsRegression.class, "points", points)
          .refuseIfAny();
    }
  }

  @Override
  public Axes axes() {
    return Axes.of(temperatures, seeds);
  }

  @Override
  public Optional<DatasetSpec> dataset(int trial) {
    return switch (field) {
      case Formulas _ -> Optional.empty();
      case DigitsRegression _ -> Optional.of(DatasetSpec.all(DatasetName.DIGITS));
    };
  }
}
