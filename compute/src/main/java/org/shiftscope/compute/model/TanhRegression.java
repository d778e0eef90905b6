package org.shiftscope.compute.model;

/**
 * ℓ = ½ (f(x) − y)², f(x) = c + Σ_k a_k tanh(w_kᵀx + b_k). Parameters unit by unit, w_k then b_k
 * then a_k, and c at last.
 */
@SuppressWarnings("ArrayRecordComponent") // shared, compared by nobody
public record TanhRegression(double[][] x, double[] y, double[] truth, int hidden)
    implements SampleLoss {

  @Override
  public double loss(int sample, double[] theta) {
    double residual = output(sample, theta) - y[sample];
    return residual * residual / 2;
  }

  public double output(int sample, double[] theta) {
    int inputs = x[sample].length;
    double sum = theta[theta.length - 1];
    for (int k = 0; k < hidden; k++) {
      sum += theta[k * (inputs + 2) + inputs + 1] * unit(sample, theta, k * (inputs + 2));
    }
    return sum;
  }

  @Override
  public void addGradient(int sample, double[] theta, double weight, double[] gradient) {
    double[] row = x[sample];
    double residual = weight * (output(sample, theta) - y[sample]);
    for (int k = 0; k < hidden; k++) {
      int at = k * (row.length + 2);
      double value = unit(sample, theta, at);
      double inner = residual * theta[at + row.length + 1] * (1 - value * value);
      for (int j = 0; j < row.length; j++) {
        gradient[at + j] += inner * row[j];
      }
      gradient[at + row.length] += inner;
      gradient[at + row.length + 1] += residual * value;
    }
    gradient[gradient.length - 1] += residual;
  }

  private double unit(int sample, double[] theta, int at) {
    double[] row = x[sample];
    double sum = theta[at + row.length];
    for (int j = 0; j < row.length; j++) {
      sum += theta[at + j] * row[j];
    }
    return Math.tanh(sum);
  }
}
