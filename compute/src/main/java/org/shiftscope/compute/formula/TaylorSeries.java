package org.shiftscope.compute.formula;

import java.util.List;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * Evaluates steps on truncated Taylor series instead of numbers (automatic differentiation; Kalman
 * 2002, "Doubly recursive multivariate automatic differentiation", which Hipparchus follows).
 */
final class TaylorSeries {

  private TaylorSeries() {}

  /**
   * The series of a formula's value.
   *
   * @param order 0 to {@link Formula#HIGHEST_ORDER}
   * @param at the point, shape [variables]
   */
  static DerivativeStructure of(List<Step> steps, int order, double... at) {
    if (order < 0 || order > Formula.HIGHEST_ORDER) {
      throw new IllegalArgumentException(
          "the order must be 0 to " + Formula.HIGHEST_ORDER + ", not " + order);
    }
    var factory = new DSFactory(at.length, order);
    var series = new DerivativeStructure[steps.size()];
    for (int i = 0; i < series.length; i++) {
      Step step = steps.get(i);
      series[i] =
          switch (step.operation()) {
            case NUMBER -> factory.constant(step.number());
            case VARIABLE -> variable(factory, step.first(), at);
            default -> apply(step, series[step.first()], series[step.second()]);
          };
    }
    return series[series.length - 1];
  }

  private static DerivativeStructure variable(DSFactory factory, int index, double[] at) {
    return factory.getCompiler().getOrder() == 0
        ? factory.constant(at[index])
        : factory.variable(index, at[index]);
  }

  private static DerivativeStructure apply(
      Step step, DerivativeStructure first, DerivativeStructure second) {
    return switch (step.operation()) {
      case ADD -> first.add(second);
      case SUBTRACT -> first.subtract(second);
      case MULTIPLY -> first.multiply(second);
      case DIVIDE -> first.divide(second);
      case POWER -> first.pow(second);
      case NUMBER_POWER -> power(first, step.number());
      case NEGATE -> first.negate();
      case EXP -> first.exp();
      case LOG -> first.log();
      case SQRT -> first.sqrt();
      case SIN -> first.sin();
      case COS -> first.cos();
      case SINH -> first.sinh();
      case COSH -> first.cosh();
      case TANH -> first.tanh();
      case NUMBER, VARIABLE -> throw new IllegalStateException("they have no operands");
    };
  }

  private static DerivativeStructure power(DerivativeStructure base, double exponent) {
    return exponent == (int) exponent ? base.pow((int) exponent) : base.pow(exponent);
  }
}
