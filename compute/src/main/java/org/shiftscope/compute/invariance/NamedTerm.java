package org.shiftscope.compute.invariance;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.decomposition.Terms;

/**
 * A term of Eqs 3 and 4 with its names.
 *
 * @param id in JSON
 * @param title for a person
 * @param power the power of the points' distances that it grows with in θ: 0 where it is the same
 *     number in any coordinates, whatever the distances
 * @param value the term
 */
record NamedTerm(String id, String title, int power, ToDoubleFunction<Terms> value) {

  /** Those that linear maps and, to first order, curved ones leave as they are. */
  static final List<NamedTerm> ALL =
      List.of(
          new NamedTerm("test-loss", "Test loss L_te(θ_te)", 0, Terms::testLoss),
          new NamedTerm("shift-slope", "Slope gᵀs", 1, Terms::shiftSlope),
          new NamedTerm("bias-slope", "Slope gᵀb", 1, Terms::biasSlope),
          new NamedTerm("shift-curvature", "Shift-curvature ½ sᵀHs", 2, Terms::shiftCurvature),
          new NamedTerm("cross-term", "Cross term sᵀHb", 2, Terms::crossTerm),
          new NamedTerm("bias-curvature", "Bias-curvature ½ bᵀHb", 2, Terms::biasCurvature),
          new NamedTerm(
              "covariance-curvature",
              "Covariance-curvature ½ tr(HΣ)",
              2,
              Terms::covarianceCurvature),
          new NamedTerm("measured-mean", "Mean test loss of the iterates", 0, Terms::measuredMean));

  double of(Terms terms) {
    return value.applyAsDouble(terms);
  }
}
