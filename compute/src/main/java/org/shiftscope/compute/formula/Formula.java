package org.shiftscope.compute.formula;

import java.util.Arrays;
import java.util.List;

/**
 * A formula in named variables, as a person types it: {@code (x^2 - 1)^2 + 0.1*x}. It knows decimal
 * numbers, pi, e, + − * / ^ and brackets, exp, log (or ln, the natural logarithm), sqrt, sin, cos,
 * sinh, cosh, tanh, and gauss(x, mean, sigma), the normal density. Nothing in it can be anything
 * but arithmetic, and its size is limited, so that a stranger's text is safe to evaluate.
 *
 * <p>Immutable, and safe for use by many threads.
 */
public final class Formula {

  /** The highest order of a derivative. */
  public static final int HIGHEST_ORDER = 8;

  private final String text;
  private final List<String> variables;
  private final List<Step> steps;

  private Formula(String text, List<String> variables, List<Step> steps) {
    this.text = text;
    this.variables = variables;
    this.steps = steps;
  }

  /**
   * Reads a formula.
   *
   * @param text at most 1,000 characters, 300 parts and 100 levels of nesting
   * @param variables names that it may use, at least one; not all need to occur
   * @throws FormulaRefused naming what cannot be read
   */
  public static Formula parse(String text, List<String> variables) {
    Steps steps = new Steps();
    int value = new ReadFormula(variables, steps).read(text);
    return new Formula(text, List.copyOf(variables), Reachable.from(steps.list(), value));
  }

  /** The text that it was read from. */
  public String text() {
    return text;
  }

  /** The names of the variables, in the order in which values are given. */
  public List<String> variables() {
    return variables;
  }

  /** Whether no variable occurs in it. */
  public boolean isConstant() {
    return steps.getLast().operation() == Operation.NUMBER;
  }

  /**
   * Its value at a point; NaN or infinite where it has none.
   *
   * @param at the variables, shape [variables]
   */
  public double value(double... at) {
    requirePoint(at.length);
    double[] values = new double[steps.size()];
    for (int i = 0; i < values.length; i++) {
      Step step = steps.get(i);
      double first =
          step.operation() == Operation.VARIABLE ? at[step.first()] : values[step.first()];
      values[i] = step.operation().apply(first, values[step.second()], step.number());
    }
    return values[values.length - 1];
  }

  /**
   * A partial derivative at a point, exact but for rounding (automatic differentiation by truncated
   * Taylor series); NaN or infinite where it has none.
   *
   * @param orders how often by each variable, shape [variables], in sum at most {@link
   *     #HIGHEST_ORDER}
   * @param at the variables, shape [variables]
   */
  public double derivative(int[] orders, double... at) {
    requirePoint(orders.length);
    requirePoint(at.length);
    int order = Arrays.stream(orders).sum();
    return TaylorSeries.of(steps, order, at).getPartialDerivative(orders);
  }

  /**
   * The derivatives by the only variable, of order 0 to the one given. Shape [order + 1].
   *
   * @param order 0 to {@link #HIGHEST_ORDER}
   */
  public double[] derivatives(int order, double at) {
    requirePoint(1);
    return TaylorSeries.of(steps, order, at).getAllDerivatives();
  }

  /**
   * The derivative by a variable as a formula of its own, for evaluation at many points. Its size
   * is a few times that of this formula.
   */
  public Formula derivativeBy(String variable) {
    int index = variables.indexOf(variable);
    if (index < 0) {
      throw new IllegalArgumentException(variable + " is none of " + variables);
    }
    return new Formula(
        "d/d" + variable + " (" + text + ")", variables, Differentiate.by(index, steps));
  }

  /**
   * Its values at many points at once: several times faster for each than {@link #value}.
   *
   * @param at the points, shape [variables][at least n]; not modified
   * @param into the values, shape [n]; modified
   */
  public void values(double[][] at, double[] into) {
    requirePoint(at.length);
    EvaluateBlocks.of(steps, at, into);
  }

  /**
   * An interval that holds all its values over an interval of its only variable, and the value of
   * the formula as it is typed, not as it is rounded; the whole line where it has none somewhere.
   */
  public Interval enclose(Interval at) {
    requirePoint(1);
    return Enclose.of(steps, at);
  }

  @Override
  public String toString() {
    return text;
  }

  private void requirePoint(int length) {
    if (length != variables.size()) {
      throw new IllegalArgumentException(
          "a point has " + variables.size() + " coordinates, not " + length);
    }
  }
}
