package org.shiftscope.compute.invariance;

import org.shiftscope.compute.decomposition.Terms;

/**
 * What was measured of a loss in one coordinate system.
 *
 * @param terms of Eq. 4
 * @param unvaried what is not invariant
 */
public record InCoordinates(Terms terms, Unvaried unvaried) {

  /**
   * What depends on the coordinates, at the test point and of the test loss.
   *
   * @param trace of the Hessian
   * @param largest eigenvalue of the Hessian
   * @param shiftNorm ‖s‖
   * @param sharpness the largest rise of the loss at a distance of {@link #RADIUS} along the
   *     eigenvector of the largest eigenvalue, both ways
   */
  public record Unvaried(double trace, double largest, double shiftNorm, double sharpness) {

    /** At which sharpness is taken: that of Foret et al. 2021 (arXiv 2010.01412). */
    public static final double RADIUS = 0.05;
  }

  /** sᵀHs / ‖s‖². */
  double curvaturePerLength() {
    return 2 * terms.shiftCurvature() / (unvaried.shiftNorm() * unvaried.shiftNorm());
  }
}
