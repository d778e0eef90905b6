package org.shiftscope.compute.process;

import org.hipparchus.linear.RealMatrix;

/**
 * How far a square matrix is from a symmetric one: ‖½(A − Aᵀ)‖ / ‖A‖ (Frobenius), 0 for a symmetric
 * matrix and 1 for an antisymmetric one.
 */
public final class AntisymmetricShare {

  private AntisymmetricShare() {}

  /** That of a matrix, which is not modified and not 0. */
  public static double of(RealMatrix matrix) {
    return matrix.subtract(matrix.transpose()).getFrobeniusNorm() / (2 * matrix.getFrobeniusNorm());
  }
}
