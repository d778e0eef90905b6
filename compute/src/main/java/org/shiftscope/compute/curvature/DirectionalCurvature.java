package org.shiftscope.compute.curvature;

import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.CurvedObjective;

/**
 * The slope gᵀs and the curvature sᵀHs of a loss at a point along s, exactly: one gradient and one
 * Hessian-vector product, about four gradients' work. Where the loss has kinks (ReLU, pooling) H is
 * that of the piece that the point is on.
 *
 * @param slope gᵀs
 * @param curvature sᵀHs
 */
public record DirectionalCurvature(double slope, double curvature) {

  /**
   * Measures.
   *
   * @param theta the point, shape [d], not modified
   * @param s the direction and its length, shape [d], not modified
   */
  public static DirectionalCurvature at(CurvedObjective loss, double[] theta, double[] s) {
    double[] result = new double[theta.length];
    loss.valueAndGradient(theta, result);
    double slope = Vectors.dot(result, s);
    loss.hessianTimes(theta, s, result);
    return new DirectionalCurvature(slope, Vectors.dot(result, s));
  }
}
