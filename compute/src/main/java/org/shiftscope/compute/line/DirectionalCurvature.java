package org.shiftscope.compute.line;

import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.Objective;

/**
 * The slope gᵀs and the curvature sᵀHs of a loss at a point along s, by central differences of
 * gradients: sᵀ(g(θ + ε s) − g(θ − ε s)) / 2ε. Costs three gradients. The loss must compute in
 * float64: in float32 no ε works, between rounding and the kinks of ReLU.
 *
 * @param slope gᵀs
 * @param curvature sᵀHs
 */
public record DirectionalCurvature(double slope, double curvature) {

  /**
   * A kink of ReLU or pooling between the two gradients would count as curvature, and a network
   * with convolutions crosses many even at 1e-5; the rounding of float64 still leaves five digits
   * at 1e-7.
   */
  private static final double EPSILON = 1e-7;

  /**
   * Measures.
   *
   * @param theta the point, shape [d], not modified
   * @param s the direction and its length, shape [d], not modified
   */
  public static DirectionalCurvature at(Objective loss, double[] theta, double[] s) {
    double slope = slopeAt(loss, theta, s);
    double ahead = slopeAt(loss, Vectors.sum(theta, EPSILON, s), s);
    double behind = slopeAt(loss, Vectors.sum(theta, -EPSILON, s), s);
    return new DirectionalCurvature(slope, (ahead - behind) / (2 * EPSILON));
  }

  private static double slopeAt(Objective loss, double[] theta, double[] s) {
    double[] gradient = new double[theta.length];
    loss.valueAndGradient(theta, gradient);
    return Vectors.dot(gradient, s);
  }
}
