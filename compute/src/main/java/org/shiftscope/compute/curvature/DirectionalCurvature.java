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
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(theta, gradient);
    return at(loss, theta, gradient, s);
  }

  /**
   * Measures where the gradient is known already.
   *
   * @param theta the point, shape [d], not modified
   * @param gradient g, shape [d], not modified
   * @param s the direction and its length, shape [d], not modified
   */
  public static DirectionalCurvature at(
      CurvedObjective loss, double[] theta, double[] gradient, double[] s) {
    double[] product = new double[theta.length];
    loss.hessianTimes(theta, s, product);
    return new DirectionalCurvature(Vectors.dot(gradient, s), Vectors.dot(product, s));
  }
}
