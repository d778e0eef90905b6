package org.shiftscope.compute.formula;

/**
 * One step of a formula: an operation on the values of earlier steps.
 *
 * @param operation what it does
 * @param first index of its first operand; for a variable, the variable's own index; else 0
 * @param second index of its second operand, 0 where it has none
 * @param number the number of a {@link Operation#NUMBER}, the exponent of a {@link
 *     Operation#NUMBER_POWER}, else 0
 */
record Step(Operation operation, int first, int second, double number) {}
