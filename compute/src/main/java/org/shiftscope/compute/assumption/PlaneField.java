package org.shiftscope.compute.assumption;

import org.shiftscope.compute.formula.Formula;
import org.shiftscope.compute.spec.AssumptionCheck.Formulas;

/**
 * L and C in two dimensions with the derivatives that a = C⁻¹ (∇L + (T/2) ∇·C) and its slopes need,
 * each a formula of its own. Immutable.
 */
final class PlaneField {

  private final Formula loss;
  private final Formula c11;
  private final Formula c12;
  private final Formula c22;

  PlaneField(Formulas formulas) {
    loss = parse(formulas.loss());
    c11 = parse(formulas.c11());
    c12 = parse(formulas.c12());
    c22 = parse(formulas.c22());
  }

  Formula loss(String by) {
    return derivative(loss, by);
  }

  Formula c11(String by) {
    return derivative(c11, by);
  }

  Formula c12(String by) {
    return derivative(c12, by);
  }

  Formula c22(String by) {
    return derivative(c22, by);
  }

  /** The derivative by each letter in turn: {@code "xy"} for ∂²/∂x∂y, empty for the formula. */
  private static Formula derivative(Formula formula, String by) {
    Formula derivative = formula;
    for (char variable : by.toCharArray()) {
      derivative = derivative.derivativeBy(String.valueOf(variable));
    }
    return derivative;
  }

  private static Formula parse(String text) {
    return Formula.parse(text, Formulas.VARIABLES);
  }
}
