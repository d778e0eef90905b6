package org.shiftscope.compute.model;

import org.shiftscope.compute.descent.Vectors;

/** ℓ = ½ (xᵀθ − y)². */
@SuppressWarnings("ArrayRecordComponent") // shared, compared by nobody
public record LinearRegression(double[][] x, double[] y, double[] truth) implements SampleLoss {

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
