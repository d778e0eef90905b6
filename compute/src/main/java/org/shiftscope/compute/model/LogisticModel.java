package org.shiftscope.compute.model;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.network.Objective;

/**
 * Logistic regression with few parameters: ℓ_i = ln(1 + exp(z_i)) − y_i z_i + (λ/2) ‖θ‖², z_i =
 * x_iᵀθ. With r_i = σ(z_i) − y_i and s_i = σ'(z_i), the samples' gradients are r_i x_i + λθ, so C
 * is the covariance of r_i x_i, and all derivatives are known.
 *
 * @param x inputs, shape [N][d]; shared, not to be modified
 * @param y targets 0 or 1, shape [N]; shared, not to be modified
 * @param lambda λ, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record LogisticModel(double[][] x, double[] y, double lambda) implements Objective {

  /** Of the gradient's norm at the minimum. */
  public static final double TOLERANCE = 1e-12;

  private static final int MOST_STEPS = 200;

  public int samples() {
    return x.length;
  }

  @Override
  public int dimension() {
    return x[0].length;
  }

  /** L(θ). */
  public double loss(double[] theta) {
    double sum = 0;
    for (int i = 0; i < samples(); i++) {
      double z = Vectors.dot(x[i], theta);
      // ln(1 + exp(z)) without overflow.
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - y[i] * z;
    }
    return sum / samples() + lambda / 2 * Vectors.dot(theta, theta);
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    System.arraycopy(gradient(theta), 0, gradient, 0, gradient.length);
    return loss(theta);
  }

  /** ∇L. */
  public double[] gradient(double[] theta) {
    double[] gradient = meanResidual(theta);
    for (int a = 0; a < gradient.length; a++) {
      gradient[a] += lambda * theta[a];
    }
    return gradient;
  }

  /** H = (1/N) Σ s_i x_i x_iᵀ + λI. */
  public RealMatrix hessian(double[] theta) {
    RealMatrix h = dataHessian(theta);
    return h.add(MatrixUtils.createRealIdentityMatrix(dimension()).scalarMultiply(lambda));
  }

  /** C = (1/N) Σ r_i² x_i x_iᵀ − r̄ r̄ᵀ, r̄ the mean of r_i x_i. */
  public RealMatrix noise(double[] theta) {
    RealMatrix second = new Array2DRowRealMatrix(dimension(), dimension());
    for (int i = 0; i < samples(); i++) {
      double r = residual(i, theta);
      addOuter(second, x[i], r * r / samples());
    }
    addOuter(second, meanResidual(theta), -1);
    return second;
  }

  /** (∇·C)_a = (1/N) Σ 2 r_i s_i ‖x_i‖² x_ia − (K r̄)_a − r̄_a tr K, K the Hessian without λ. */
  public double[] noiseDivergence(double[] theta) {
    double[] mean = meanResidual(theta);
    RealMatrix k = dataHessian(theta);
    double[] turned = k.operate(mean);
    double trace = k.getTrace();
    double[] divergence = new double[dimension()];
    for (int a = 0; a < divergence.length; a++) {
      divergence[a] = -turned[a] - mean[a] * trace;
    }
    for (int i = 0; i < samples(); i++) {
      double weight =
          2 * residual(i, theta) * slope(i, theta) * Vectors.dot(x[i], x[i]) / samples();
      for (int a = 0; a < divergence.length; a++) {
        divergence[a] += weight * x[i][a];
      }
    }
    return divergence;
  }

  /** a = C⁻¹ (∇L + (T/2) ∇·C). */
  public double[] field(double[] theta, double temperature) {
    RealVector right =
        new ArrayRealVector(gradient(theta))
            .add(new ArrayRealVector(noiseDivergence(theta)).mapMultiply(temperature / 2));
    return new LUDecomposition(noise(theta)).getSolver().solve(right).toArray();
  }

  /**
   * The minimum by Newton's method, its steps halved while the loss would rise; the loss is
   * strictly convex for λ above 0.
   */
  public double[] minimum() {
    double[] theta = new double[dimension()];
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] gradient = gradient(theta);
      if (Vectors.norm(gradient) <= TOLERANCE) {
        break;
      }
      double[] newton =
          new LUDecomposition(hessian(theta))
              .getSolver()
              .solve(new ArrayRealVector(gradient, false))
              .toArray();
      double length = 1;
      while (length > 1e-10 && loss(Vectors.sum(theta, -length, newton)) > loss(theta)) {
        length /= 2;
      }
      theta = Vectors.sum(theta, -length, newton);
    }
    return theta;
  }

  private RealMatrix dataHessian(double[] theta) {
    RealMatrix h = new Array2DRowRealMatrix(dimension(), dimension());
    for (int i = 0; i < samples(); i++) {
      addOuter(h, x[i], slope(i, theta) / samples());
    }
    return h;
  }

  private double[] meanResidual(double[] theta) {
    double[] mean = new double[dimension()];
    for (int i = 0; i < samples(); i++) {
      double r = residual(i, theta) / samples();
      for (int a = 0; a < mean.length; a++) {
        mean[a] += r * x[i][a];
      }
    }
    return mean;
  }

  private double residual(int i, double[] theta) {
    return Logistic.of(Vectors.dot(x[i], theta)) - y[i];
  }

  private double slope(int i, double[] theta) {
    double s = Logistic.of(Vectors.dot(x[i], theta));
    return s * (1 - s);
  }

  /** {@code matrix}: modified. */
  private static void addOuter(RealMatrix matrix, double[] v, double weight) {
    for (int a = 0; a < v.length; a++) {
      for (int b = 0; b < v.length; b++) {
        matrix.addToEntry(a, b, weight * v[a] * v[b]);
      }
    }
  }
}
