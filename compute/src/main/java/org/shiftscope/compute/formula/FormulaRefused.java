package org.shiftscope.compute.formula;

/**
 * A text that is not a formula. Its message is for a person, a phrase that follows the name of what
 * was refused: "must be a formula in x: …".
 */
public final class FormulaRefused extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  FormulaRefused(String message) {
    super(message);
  }
}
