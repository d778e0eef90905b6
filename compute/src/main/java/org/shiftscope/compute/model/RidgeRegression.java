package org.shiftscope.compute.model;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.descent.Vectors;
import org.shiftscope.compute.process.DiscreteCovariance;
import org.shiftscope.compute.process.Lyapunov;

/**
 * Linear regression with fewer samples than parameters and the modified SGD of Eq. 13: losses ½
 * (x_iᵀθ − y_i)², λ, and noise ε on each sample's gradient. Its steady state is known in two ways.
 *
 * @param x inputs, shape [N][d]; shared, not to be modified
 * @param y targets, shape [N]; shared, not to be modified
 * @param lambda λ, above 0: without it nothing holds θ outside of the span of the inputs
 * @param epsilon ε, 0 or more
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record RidgeRegression(double[][] x, double[] y, double lambda, double epsilon) {

  /** Plants standard normal inputs, and targets of standard normal weights with noise of 1. */
  public static RidgeRegression plant(
      int samples, int dimension, double lambda, double epsilon, RandomGenerator random) {
    double[] weights = Normals.draw(dimension, random);
    double[][] x = new double[samples][];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      x[i] = Normals.draw(dimension, random);
      y[i] = Vectors.dot(x[i], weights) + random.nextGaussian();
    }
    return new RidgeRegression(x, y, lambda, epsilon);
  }

  public int samples() {
    return x.length;
  }

  public int dimension() {
    return x[0].length;
  }

  /** H + λI, H = (1/N) Σ x_i x_iᵀ. */
  public RealMatrix hessian() {
    RealMatrix inputs = new Array2DRowRealMatrix(x, false);
    return inputs
        .transpose()
        .multiply(inputs)
        .scalarMultiply(1.0 / samples())
        .add(MatrixUtils.createRealIdentityMatrix(dimension()).scalarMultiply(lambda));
  }

  /** The minimum of the loss with λ. */
  public double[] minimum() {
    double[] target = new double[dimension()];
    for (int i = 0; i < samples(); i++) {
      for (int j = 0; j < target.length; j++) {
        target[j] += x[i][j] * y[i] / samples();
      }
    }
    return new LUDecomposition(hessian())
        .getSolver()
        .solve(new ArrayRealVector(target, false))
        .toArray();
  }

  /** C + ε² I at the minimum, C the covariance of the samples' gradients. */
  public RealMatrix noise() {
    double[] minimum = minimum();
    RealMatrix noise =
        MatrixUtils.createRealIdentityMatrix(dimension()).scalarMultiply(epsilon * epsilon);
    for (int i = 0; i < samples(); i++) {
      double[] g = residual(i, minimum);
      noise = noise.add(outer(g, g).scalarMultiply(1.0 / samples()));
    }
    return noise;
  }

  /** x_i (x_iᵀθ − y_i) + λθ, which has mean 0 at the minimum. */
  private double[] residual(int i, double[] theta) {
    double miss = Vectors.dot(x[i], theta) - y[i];
    double[] g = new double[dimension()];
    for (int j = 0; j < g.length; j++) {
      g[j] = miss * x[i][j] + lambda * theta[j];
    }
    return g;
  }

  /** Σ of Eq. 11 with C as it is at the minimum: leading order in T. */
  public RealMatrix leadingOrder(double temperature) {
    return Lyapunov.solve(hessian(), noise().scalarMultiply(temperature));
  }

  /** Σ of Eq. 13 itself, for any learning rate, with minibatches drawn with replacement. */
  public RealMatrix exact(double learningRate, int batchSize) {
    return new DiscreteCovariance(x, lambda, noise()).at(learningRate, batchSize);
  }

  private static RealMatrix outer(double[] a, double[] b) {
    return new ArrayRealVector(a, false).outerProduct(new ArrayRealVector(b, false));
  }
}
