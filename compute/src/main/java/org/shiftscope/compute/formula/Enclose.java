package org.shiftscope.compute.formula;

import java.util.List;

/** Encloses what steps come to over an interval: the natural interval extension of a formula. */
final class Enclose {

  private Enclose() {}

  /** An interval that holds every value of a formula in one variable over an interval of it. */
  static Interval of(List<Step> steps, Interval at) {
    Interval[] values = new Interval[steps.size()];
    for (int i = 0; i < values.length; i++) {
      Step step = steps.get(i);
      values[i] =
          switch (step.operation()) {
            case NUMBER -> Interval.of(step.number());
            case VARIABLE -> at;
            default -> apply(step, values[step.first()], values[step.second()]);
          };
    }
    return values[values.length - 1];
  }

  private static Interval apply(Step step, Interval first, Interval second) {
    return switch (step.operation()) {
      case ADD -> first.plus(second);
      case SUBTRACT -> first.plus(second.negated());
      case MULTIPLY -> step.first() == step.second() ? first.squared() : first.times(second);
      case DIVIDE -> first.over(second);
      case POWER -> first.log().times(second).exp();
      case NUMBER_POWER -> first.power(step.number());
      case NEGATE -> first.negated();
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
}
