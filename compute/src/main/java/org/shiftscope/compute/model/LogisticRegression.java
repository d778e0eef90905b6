package org.shiftscope.compute.model;

import org.shiftscope.compute.descent.Vectors;

/** ℓ = ln(1 + exp(−y xᵀθ)), y = ±1; {@code x} holds y x, shape [N][d]. */
@SuppressWarnings("ArrayRecordComponent") // shared, compared by nobody
public record LogisticRegression(double[][] x, double[] truth) implements SampleLoss {

  @Override
  public double loss(int sample, double[] theta) {
    double z = Vectors.dot(x[sample], theta);
    return z > 0 ? Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)) - z;
  }

  @Override
  public void addGradient(int sample, double[] theta, double weight, double[] gradient) {
    double[] row = x[sample];
    double scale = -weight / (1 + Math.exp(Vectors.dot(row, theta)));
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] += scale * row[j];
    }
  }
}
