package org.shiftscope.compute.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the steps of a formula, each after its operands. A step that is there already is not added
 * again, and what can be computed at once is: so x and exp(x) are evaluated once, however often a
 * formula and its derivatives name them.
 */
final class Steps {

  /** Powers up to this are products: several times faster than {@link Math#pow}. */
  private static final int MOST_FACTORS = 16;

  private final List<Step> steps = new ArrayList<>();
  private final Map<Step, Integer> known = new HashMap<>();

  /** The steps so far, unmodifiable. */
  List<Step> list() {
    return List.copyOf(steps);
  }

  int number(double value) {
    // One zero: −0.0 and 0.0 are two keys.
    return add(new Step(Operation.NUMBER, 0, 0, value + 0.0));
  }

  int variable(int index) {
    return add(new Step(Operation.VARIABLE, index, 0, 0));
  }

  int of(Operation operation, int first) {
    return isNumber(first)
        ? number(operation.apply(numberAt(first), 0, 0))
        : add(new Step(operation, first, 0, 0));
  }

  int of(Operation operation, int first, int second) {
    if (isNumber(first) && isNumber(second)) {
      return number(operation.apply(numberAt(first), numberAt(second), 0));
    }
    return switch (operation) {
      case ADD -> is(first, 0) ? second : is(second, 0) ? first : binary(operation, first, second);
      case SUBTRACT ->
          is(first, 0)
              ? of(Operation.NEGATE, second)
              : is(second, 0) ? first : binary(operation, first, second);
      case MULTIPLY ->
          is(first, 0) || is(second, 0)
              ? number(0)
              : is(first, 1) ? second : is(second, 1) ? first : binary(operation, first, second);
      case DIVIDE ->
          is(first, 0) ? number(0) : is(second, 1) ? first : binary(operation, first, second);
      case POWER ->
          isNumber(second) ? power(first, numberAt(second)) : binary(operation, first, second);
      default -> throw new IllegalArgumentException(operation + " has one operand");
    };
  }

  /** first ^ exponent. */
  int power(int first, double exponent) {
    if (isNumber(first)) {
      return number(Math.pow(numberAt(first), exponent));
    }
    if (exponent == Math.rint(exponent) && Math.abs(exponent) <= MOST_FACTORS) {
      return exponent < 0
          ? of(Operation.DIVIDE, number(1), product(first, (int) -exponent))
          : product(first, (int) exponent);
    }
    return add(new Step(Operation.NUMBER_POWER, first, 0, exponent));
  }

  private int product(int first, int factors) {
    if (factors == 0) {
      return number(1);
    }
    int half = factors == 1 ? 0 : product(first, factors / 2);
    int even = factors == 1 ? number(1) : of(Operation.MULTIPLY, half, half);
    return factors % 2 == 0 ? even : of(Operation.MULTIPLY, even, first);
  }

  boolean isNumber(int step) {
    return steps.get(step).operation() == Operation.NUMBER;
  }

  double numberAt(int step) {
    return steps.get(step).number();
  }

  private boolean is(int step, double value) {
    return isNumber(step) && numberAt(step) == value;
  }

  private int binary(Operation operation, int first, int second) {
    return add(new Step(operation, first, second, 0));
  }

  private int add(Step step) {
    Integer there = known.get(step);
    if (there != null) {
      return there;
    }
    steps.add(step);
    known.put(step, steps.size() - 1);
    return steps.size() - 1;
  }
}
