package org.shiftscope.compute.network;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.descent.Vectors;

/**
 * L(θ) = height + gᵀ(θ − c) + ½ (θ − c)ᵀ H (θ − c).
 *
 * @param height L(c)
 * @param slope g, shape [d]
 * @param hessian H, symmetric, shape [d, d]
 * @param center c, shape [d]
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Quadratic(double height, double[] slope, RealMatrix hessian, double[] center)
    implements CurvedObjective {

  /** ½ (θ − m)ᵀ H (θ − m) about a minimum m. */
  public static Quadratic about(double[] minimum, RealMatrix hessian) {
    return new Quadratic(0, new double[minimum.length], hessian, minimum);
  }

  /** A random symmetric, indefinite one. */
  public static Quadratic draw(int dimension, RandomGenerator random) {
    double[][] h = new double[dimension][];
    for (int i = 0; i < dimension; i++) {
      h[i] = normals(dimension, random);
    }
    RealMatrix half = MatrixUtils.createRealMatrix(h);
    return new Quadratic(
        0.3, normals(dimension, random), half.add(half.transpose()), normals(dimension, random));
  }

  /** Independent standard normal numbers. */
  public static double[] normals(int count, RandomGenerator random) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextGaussian();
    }
    return numbers;
  }

  @Override
  public int dimension() {
    return slope.length;
  }

  @Override
  public double valueAndGradient(double[] theta, double[] gradient) {
    double[] away = Vectors.difference(theta, center);
    double[] product = hessian.operate(away);
    System.arraycopy(Vectors.sum(slope, 1, product), 0, gradient, 0, gradient.length);
    return height + Vectors.dot(slope, away) + Vectors.dot(product, away) / 2;
  }

  @Override
  public void hessianTimes(double[] theta, double[] v, double[] product) {
    System.arraycopy(hessian.operate(v), 0, product, 0, product.length);
  }
}
