package org.shiftscope.compute.steadystate;

import org.shiftscope.compute.descent.Vectors;

/** ℓ = ½ (xᵀθ − y)². */
@SuppressWarnings("ArrayRecordComponent") // shared, compared by nobody
record LinearRegression(double[][] x, double[] y, double[] truth) implements SampleLoss {

  @Override
  public int dimension() {
    return truth.length;
  }

  @Override
  public int samples() {
    return y.length;
  }

  @Override
  public double[] start() {
    return truth.clone();
  }

  @Override
  public double loss(int sample, double[] theta) {
    double residual = Vectors.dot(x[sample], theta) - y[sample];
    return residual * residual / 2;
  }

  @Override
  public void addGradient(int sample, double[] theta, double weight, double[] gradient) {
    double[] row = x[sample];
    double scale = weight * (Vectors.dot(row, theta) - y[sample]);
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] += scale * row[j];
    }
  }
}
