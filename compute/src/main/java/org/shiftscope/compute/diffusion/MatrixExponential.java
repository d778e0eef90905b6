package org.shiftscope.compute.diffusion;

import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * e^A of a small matrix by scaling and squaring with Padé's approximant of degree 6 (Golub and Van
 * Loan, Matrix Computations, 4th ed., Algorithm 9.3.1).
 */
final class MatrixExponential {

  private static final int DEGREE = 6;

  private MatrixExponential() {}

  /** e^A; A is not modified. */
  static RealMatrix of(RealMatrix a) {
    int squarings = Math.max(0, Math.getExponent(a.getNorm()) + 2);
    RealMatrix scaled = a.scalarMultiply(Math.scalb(1.0, -squarings));
    RealMatrix power = MatrixUtils.createRealIdentityMatrix(a.getRowDimension());
    RealMatrix numerator = power;
    RealMatrix denominator = power;
    double c = 1;
    for (int k = 1; k <= DEGREE; k++) {
      c *= (DEGREE - k + 1.0) / ((2 * DEGREE - k + 1.0) * k);
      power = scaled.multiply(power);
      RealMatrix term = power.scalarMultiply(c);
      numerator = numerator.add(term);
      denominator = k % 2 == 0 ? denominator.add(term) : denominator.subtract(term);
    }
    RealMatrix result = new LUDecomposition(denominator).getSolver().solve(numerator);
    for (int i = 0; i < squarings; i++) {
      result = result.multiply(result);
    }
    return result;
  }
}
