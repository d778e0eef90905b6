package org.shiftscope.compute.process;

import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * The covariance Σ of dθ = −Hθ dt + √Q dW with a symmetric H: HΣ + ΣH = Q. In the eigenbasis of H,
 * Σ_ij = Q_ij / (h_i + h_j). With Q = T C it is the steady state of Eq. 11 at a minimum where C is
 * constant, whether or not C and H commute; where they do, it is (T/2) C H⁻¹ as in Appendix B.2.
 */
public final class Lyapunov {

  private Lyapunov() {}

  /**
   * Solves.
   *
   * @param h symmetric and positive definite, [d, d]; not modified
   * @param q symmetric, [d, d]; not modified
   * @return Σ, [d, d]
   */
  public static RealMatrix solve(RealMatrix h, RealMatrix q) {
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(h);
    double[] values = eigen.getEigenvalues();
    RealMatrix v = eigen.getV();
    RealMatrix inside = v.transpose().multiply(q).multiply(v);
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        inside.setEntry(i, j, inside.getEntry(i, j) / (values[i] + values[j]));
      }
    }
    return v.multiply(inside).multiply(v.transpose());
  }
}
