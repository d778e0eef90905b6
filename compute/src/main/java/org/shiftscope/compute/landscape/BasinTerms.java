package org.shiftscope.compute.landscape;

/**
 * What Eqs 3 to 6 say of one basin in some coordinate.
 *
 * @param trainLoss L_tr at its minimum
 * @param testLoss L_te at the test loss's own
 * @param curvature H: the first derivative of the test loss there that is not 0
 * @param shift s, from the test minimum to that of the train loss
 * @param bias b by Appendix B.2
 * @param variance Σ
 * @param shiftCurvature ½ sᵀHs
 * @param cross sᵀHb
 * @param biasCurvature ½ bᵀHb
 * @param covarianceCurvature ½ tr(HΣ)
 * @param weight by Laplace's approximation (Eq. 6)
 * @param probability by the integral of Eq. 5
 */
record BasinTerms(
    double trainLoss,
    double testLoss,
    double curvature,
    double shift,
    double bias,
    double variance,
    double shiftCurvature,
    double cross,
    double biasCurvature,
    double covarianceCurvature,
    double weight,
    double probability) {

  /** Of a minimum that is flatter than is compared: its losses and its probability alone. */
  static BasinTerms flat(double trainLoss, double testLoss, double probability) {
    double none = Double.NaN;
    return new BasinTerms(
        trainLoss, testLoss, none, none, none, none, none, none, none, none, none, probability);
  }

  /** The basin's part of Eq. 4. */
  double sum() {
    return testLoss + excess();
  }

  /** What lies above the loss at the test minimum. */
  double excess() {
    return shiftCurvature + cross + biasCurvature + covarianceCurvature;
  }
}
