package org.shiftscope.compute.measure;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.shiftscope.compute.network.Objective;

/**
 * ½ (θ − m)ᵀ A (θ − m).
 *
 * @param a A, symmetric, shape [d, d]
 * @param minimum m, shape [d]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Quadratic(RealMatrix a, double[] minimum) implements Objective {

  @Override
  public int dimension() {
    return minimum.length;
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    RealVector away =
        MatrixUtils.createRealVector(theta).subtract(MatrixUtils.createRealVector(minimum));
    RealVector slope = a.operate(away);
    System.arraycopy(slope.toArray(), 0, gradient, 0, gradient.length);
    return away.dotProduct(slope) / 2;
  }
}
