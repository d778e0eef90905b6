package org.shiftscope.compute.formula;

/** What a step of a formula does. */
enum Operation {
  NUMBER(0),
  VARIABLE(0),
  ADD(2),
  SUBTRACT(2),
  MULTIPLY(2),
  DIVIDE(2),
  /** first ^ second, where second varies: first must be positive. */
  POWER(2),
  /** first ^ number. */
  NUMBER_POWER(1),
  NEGATE(1),
  EXP(1),
  LOG(1),
  SQRT(1),
  SIN(1),
  COS(1),
  SINH(1),
  COSH(1),
  TANH(1);

  private final int operands;

  Operation(int operands) {
    this.operands = operands;
  }

  /** Number of earlier steps that it works on, 0 to 2. */
  int operands() {
    return operands;
  }

  /**
   * Its value at two numbers, the second of which is left unread by operations with one operand.
   *
   * @param number the step's own number
   */
  double apply(double first, double second, double number) {
    return switch (this) {
      case NUMBER -> number;
      case VARIABLE -> first;
      case ADD -> first + second;
      case SUBTRACT -> first - second;
      case MULTIPLY -> first * second;
      case DIVIDE -> first / second;
      case POWER -> Math.pow(first, second);
      case NUMBER_POWER -> Math.pow(first, number);
      case NEGATE -> -first;
      case EXP -> Math.exp(first);
      case LOG -> Math.log(first);
      case SQRT -> Math.sqrt(first);
      case SIN -> Math.sin(first);
      case COS -> Math.cos(first);
      case SINH -> Math.sinh(first);
      case COSH -> Math.cosh(first);
      case TANH -> Math.tanh(first);
    };
  }
}
