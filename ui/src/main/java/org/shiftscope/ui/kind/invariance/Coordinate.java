package org.shiftscope.ui.kind.invariance;

/** The coordinates that a check begins with, and the words that go with them. */
enum Coordinate {
  OF_NETWORK(
      "θ",
      "\\left| \\frac{\\text{term in } \\varphi}{\\text{term in } \\theta} - 1 \\right|"
          + " \\text{ at } \\theta_{te} + h\\,(\\theta - \\theta_{te})",
      "All points are moved towards the test point by h; a change that falls as h"
          + " is of first order. The slope g adds Σ g_k ∂²θ_k to the Hessian in φ, and"
          + " takes the same from gᵀs: it is no error, and is taken off here."),
  OF_LANDSCAPE(
      "x",
      "\\left| \\frac{\\text{term in } \\varphi}{\\text{term in } x} - 1 \\right|"
          + " \\text{ at } h \\cdot \\text{shift},\\ h^2\\, T",
      "Shift and √T fall by h; a change that falls as h is of first order. Changes of sᵀHb and"
          + " ½ bᵀHb are drawn as shares of ½ sᵀHs + ½ tr(HΣ).");

  private final String letter;
  private final String formula;
  private final String explanation;

  Coordinate(String letter, String formula, String explanation) {
    this.letter = letter;
    this.formula = formula;
    this.explanation = explanation;
  }

  String letter() {
    return letter;
  }

  String formula() {
    return formula;
  }

  String explanation() {
    return explanation;
  }

  /** Whether the slope's part is taken off, and drawn beside what is left. */
  boolean corrected() {
    return this == OF_NETWORK;
  }
}
