package org.shiftscope.compute.formula;

import static org.shiftscope.compute.formula.Operation.ADD;
import static org.shiftscope.compute.formula.Operation.COS;
import static org.shiftscope.compute.formula.Operation.COSH;
import static org.shiftscope.compute.formula.Operation.DIVIDE;
import static org.shiftscope.compute.formula.Operation.LOG;
import static org.shiftscope.compute.formula.Operation.MULTIPLY;
import static org.shiftscope.compute.formula.Operation.NEGATE;
import static org.shiftscope.compute.formula.Operation.SIN;
import static org.shiftscope.compute.formula.Operation.SINH;
import static org.shiftscope.compute.formula.Operation.SUBTRACT;

import java.util.List;

/** The steps of a formula's derivative by one variable, by the rules of school. */
final class Differentiate {

  private final Steps steps = new Steps();
  private final int[] value;
  private final int[] slope;

  private Differentiate(int size) {
    this.value = new int[size];
    this.slope = new int[size];
  }

  static List<Step> by(int variable, List<Step> formula) {
    var differentiate = new Differentiate(formula.size());
    for (int i = 0; i < formula.size(); i++) {
      differentiate.add(i, formula.get(i), variable);
    }
    return Reachable.from(differentiate.steps.list(), differentiate.slope[formula.size() - 1]);
  }

  private void add(int i, Step step, int variable) {
    switch (step.operation().operands()) {
      case 0 -> {
        boolean isVariable = step.operation() == Operation.VARIABLE;
        value[i] = isVariable ? steps.variable(step.first()) : steps.number(step.number());
        slope[i] = steps.number(isVariable && step.first() == variable ? 1 : 0);
      }
      case 1 -> {
        int a = value[step.first()];
        value[i] =
            step.operation() == Operation.NUMBER_POWER
                ? steps.power(a, step.number())
                : steps.of(step.operation(), a);
        slope[i] = steps.of(MULTIPLY, slope[step.first()], outer(step, a, value[i]));
      }
      default -> {
        int a = value[step.first()];
        int b = value[step.second()];
        value[i] = steps.of(step.operation(), a, b);
        slope[i] =
            ofTwo(step.operation(), a, slope[step.first()], b, slope[step.second()], value[i]);
      }
    }
  }

  /** f′(a), where f(a) = is. */
  private int outer(Step step, int a, int is) {
    return switch (step.operation()) {
      case NEGATE -> steps.number(-1);
      case EXP -> is;
      case LOG -> steps.of(DIVIDE, steps.number(1), a);
      case SQRT -> steps.of(DIVIDE, steps.number(0.5), is);
      case SIN -> steps.of(COS, a);
      case COS -> steps.of(NEGATE, steps.of(SIN, a));
      case SINH -> steps.of(COSH, a);
      case COSH -> steps.of(SINH, a);
      case TANH -> steps.of(SUBTRACT, steps.number(1), steps.of(MULTIPLY, is, is));
      case NUMBER_POWER ->
          steps.of(MULTIPLY, steps.number(step.number()), steps.power(a, step.number() - 1));
      default -> throw new IllegalStateException(step + " has not one operand");
    };
  }

  private int ofTwo(Operation operation, int a, int da, int b, int db, int is) {
    return switch (operation) {
      case ADD, SUBTRACT -> steps.of(operation, da, db);
      case MULTIPLY -> steps.of(ADD, steps.of(MULTIPLY, da, b), steps.of(MULTIPLY, a, db));
      case DIVIDE -> steps.of(DIVIDE, steps.of(SUBTRACT, da, steps.of(MULTIPLY, is, db)), b);
      case POWER -> {
        int byExponent = steps.of(MULTIPLY, db, steps.of(LOG, a));
        int byBase = steps.of(DIVIDE, steps.of(MULTIPLY, b, da), a);
        yield steps.of(MULTIPLY, is, steps.of(ADD, byExponent, byBase));
      }
      default -> throw new IllegalStateException(operation + " has not two operands");
    };
  }
}
