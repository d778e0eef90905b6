package org.shiftscope.compute.steadystate;

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
final class DiscreteCovariance {

  private final LinearRegression model;
  private final RealMatrix gram;
  private final RealMatrix hessian;
  private final RealMatrix noise;
  private final double learningRate;
  private final int batchSize;

  DiscreteCovariance(
      LinearRegression model,
      TrainLoss loss,
      double[] minimum,
      double learningRate,
      int batchSize) {
    this.model = model;
    this.learningRate = learningRate;
    this.batchSize = batchSize;
    RealMatrix x = MatrixUtils.createRealMatrix(model.x());
    gram = x.transpose().multiply(x).scalarMultiply(1.0 / model.samples());
    hessian =
        gram.add(
            MatrixUtils.createRealIdentityMatrix(model.dimension()).scalarMultiply(loss.lambda()));
    noise = loss.covariance(minimum);
  }

  /** Σ in the parameters' own basis. Not positive definite where the rate has no steady state. */
  RealMatrix solve() {
    int d = model.dimension();
    int unknowns = d * (d + 1) / 2;
    RealMatrix system = MatrixUtils.createRealMatrix(unknowns, unknowns);
    double[] right = new double[unknowns];
    for (int i = 0, column = 0; i < d; i++) {
      for (int j = 0; j <= i; j++, column++) {
        RealMatrix unit = MatrixUtils.createRealMatrix(d, d);
        unit.setEntry(i, j, 1);
        unit.setEntry(j, i, 1);
        system.setColumn(column, lower(left(unit, i, j)));
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
  private RealMatrix left(RealMatrix unit, int row, int column) {
    RealMatrix half = hessian.multiply(unit);
    RealMatrix fourth =
        MatrixUtils.createRealMatrix(unit.getRowDimension(), unit.getRowDimension());
    for (double[] x : model.x()) {
      double weight = (row == column ? 1 : 2) * x[row] * x[column] / model.samples();
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < x.length; j++) {
          fourth.addToEntry(i, j, weight * x[i] * x[j]);
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
