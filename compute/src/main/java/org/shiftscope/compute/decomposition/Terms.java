package org.shiftscope.compute.decomposition;

import java.util.stream.IntStream;
import org.shiftscope.compute.result.Decomposition.Term;

/**
 * The terms of Eq. 4 over some of a window's iterates, in units of the loss. With g and H of the
 * test loss at θ_te, s = θ_tr − θ_te, and b = θ̄ − θ_tr of those iterates.
 *
 * @param iterates how many there are, n at least 2
 * @param testLoss L_te(θ_te)
 * @param shiftSlope gᵀs
 * @param biasSlope gᵀb
 * @param shiftCurvature ½ sᵀHs
 * @param crossTerm sᵀHb
 * @param biasCurvature ½ bᵀHb
 * @param covarianceCurvature ½ tr(HΣ) = 1 / (2 (n − 1)) Σ δ_iᵀHδ_i
 * @param measuredMean (1/n) Σ L_te(θ_i)
 */
public record Terms(
    int iterates,
    double testLoss,
    double shiftSlope,
    double biasSlope,
    double shiftCurvature,
    double crossTerm,
    double biasCurvature,
    double covarianceCurvature,
    double measuredMean) {

  /** Over all iterates. */
  public static Terms of(Overlaps overlaps) {
    return of(overlaps, IntStream.range(0, overlaps.iterates()).toArray());
  }

  /**
   * Over some iterates alone, whose mean then moves: no product is taken anew.
   *
   * @param some their numbers from 0, at least two; not modified
   */
  static Terms of(Overlaps overlaps, int[] some) {
    double slope = 0;
    double withShift = 0;
    double withBias = 0;
    double own = 0;
    double all = 0;
    double loss = 0;
    for (int i : some) {
      slope += overlaps.slopeOf(i);
      withShift += overlaps.between(0, i + Window.BEFORE);
      withBias += overlaps.between(1, i + Window.BEFORE);
      own += overlaps.among(i, i);
      loss += overlaps.losses()[i];
      for (int j : some) {
        all += overlaps.among(i, j);
      }
    }
    double n = some.length;
    return new Terms(
        some.length,
        overlaps.atTest(),
        overlaps.slopes()[0],
        overlaps.slopes()[1] + slope / n,
        overlaps.between(0, 0) / 2,
        overlaps.between(0, 1) + withShift / n,
        (overlaps.between(1, 1) + 2 * withBias / n + all / (n * n)) / 2,
        (own - all / n) / (2 * (n - 1)),
        loss / n);
  }

  /** gᵀ(s + b). */
  public double slope() {
    return shiftSlope + biasSlope;
  }

  /** One of those that make the excess up. */
  double of(Term term) {
    return switch (term) {
      case SLOPE -> slope();
      case SHIFT_CURVATURE -> shiftCurvature;
      case CROSS_TERM -> crossTerm;
      case BIAS_CURVATURE -> biasCurvature;
      case COVARIANCE_CURVATURE -> covarianceCurvature;
    };
  }

  /** Eq. 4's E[L_te], with the slope's part. */
  public double sum() {
    return testLoss + slope() + shiftCurvature + crossTerm + biasCurvature + covarianceCurvature;
  }

  /**
   * The same with 1 / (2 n) in the covariance's part: the quadratic model's mean of these iterates.
   */
  public double sumOfSame() {
    return sum() - covarianceCurvature / iterates;
  }

  /** Measured − sum over the same iterates: exactly 0 where the loss is quadratic. */
  public double residual() {
    return measuredMean - sumOfSame();
  }

  /** (1/n) Σ L_te(θ_i) − L_te(θ_te). */
  public double excess() {
    return measuredMean - testLoss;
  }
}
