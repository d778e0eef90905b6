package org.shiftscope.compute.process;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The exact covariance of SGD with replacement on linear regression, at any rate that has one.
 *
 * <p>With δ = θ − θ*, a step is δ ← (I − ηH)δ − ηζ, where ζ has mean 0 and covariance (C(θ) +
 * ε²I)/B, and C is quadratic in δ. E δ = 0, so that its linear part is gone from the mean, and Σ
 * solves
 *
 * <p>HΣ + ΣH − ηHΣH − (η/B)[(1/N) Σ_i (x_iᵀΣx_i) x_i x_iᵀ − GΣG] = (η/B)(C(θ*) + ε²I), G = XᵀX/N, H
 * = G + λI:
 *
 * <p>a linear system of d(d+1)/2 equations. Its limit for small η at fixed T = η/B still holds the
 * noise's own change over the basin, which is of second order in T.
 */
public final class DiscreteCovariance {

  private final double[][] x;
  private final RealMatrix gram;
  private final RealMatrix hessian;
  private final RealMatrix noise;

  /**
   * Of a regression.
   *
   * @param x inputs, shape [N][d], not to be modified later
   * @param lambda λ, 0 or more
   * @param noise C(θ*) + ε²I, shape [d, d], not modified
   */
  public DiscreteCovariance(double[][] x, double lambda, RealMatrix noise) {
    this.x = x;
    this.noise = noise;
    RealMatrix inputs = MatrixUtils.createRealMatrix(x);
    gram = inputs.transpose().multiply(inputs).scalarMultiply(1.0 / x.length);
    hessian =
        gram.add(
            MatrixUtils.createRealIdentityMatrix(noise.getRowDimension()).scalarMultiply(lambda));
  }

  /** Σ in the parameters' own basis. Not positive definite where the rate has no steady state. */
  public RealMatrix at(double learningRate, int batchSize) {
    int d = noise.getRowDimension();
    int unknowns = d * (d + 1) / 2;
    RealMatrix system = MatrixUtils.createRealMatrix(unknowns, unknowns);
    double[] right = new double[unknowns];
    for (int i = 0, column = 0; i < d; i++) {
      for (int j = 0; j <= i; j++, column++) {
        system.setColumn(column, lower(left(i, j, learningRate, batchSize)));
        right[column] = learningRate / batchSize * noise.getEntry(i, j);
      }
    }
    double[] solution =
        new LUDecomposition(system)
            .getSolver()
            .solve(MatrixUtils.createRealVector(right))
            .toArray();
    RealMatrix covariance = MatrixUtils.createRealMatrix(d, d);
    for (int i = 0, at = 0; i < d; i++) {
      for (int j = 0; j <= i; j++, at++) {
        covariance.setEntry(i, j, solution[at]);
        covariance.setEntry(j, i, solution[at]);
      }
    }
    return covariance;
  }

  /** The left side at the symmetric unit matrix of a row and a column. */
  private RealMatrix left(int row, int column, double learningRate, int batchSize) {
    RealMatrix unit =
        MatrixUtils.createRealMatrix(noise.getRowDimension(), noise.getRowDimension());
    unit.setEntry(row, column, 1);
    unit.setEntry(column, row, 1);
    RealMatrix half = hessian.multiply(unit);
    RealMatrix fourth = unit.scalarMultiply(0);
    for (double[] sample : x) {
      double weight = (row == column ? 1 : 2) * sample[row] * sample[column] / x.length;
      for (int i = 0; i < sample.length; i++) {
        for (int j = 0; j < sample.length; j++) {
          fourth.addToEntry(i, j, weight * sample[i] * sample[j]);
        }
      }
    }
    return half.add(half.transpose())
        .subtract(half.multiply(hessian).scalarMultiply(learningRate))
        .subtract(
            fourth
                .subtract(gram.multiply(unit).multiply(gram))
                .scalarMultiply(learningRate / batchSize));
  }

  private static double[] lower(RealMatrix matrix) {
    int d = matrix.getRowDimension();
    double[] entries = new double[d * (d + 1) / 2];
    for (int i = 0, at = 0; i < d; i++) {
      for (int j = 0; j <= i; j++, at++) {
        entries[at] = matrix.getEntry(i, j);
      }
    }
    return entries;
  }
}
