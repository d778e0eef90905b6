package org.shiftscope.compute.model;

/** ℓ = ½ (θ² x₁ + 2 θ x₂ − y)²: one parameter, two minima near ±1. */
@SuppressWarnings("ArrayRecordComponent") // shared, compared by nobody
public record TwoWellRegression(double[][] x, double[] y) implements SampleLoss {

  @Override
  public double[] truth() {
    return new double[] {1};
  }

  @Override
  public double loss(int sample, double[] theta) {
    double residual = residual(sample, theta[0]);
    return residual * residual / 2;
  }

  @Override
  public void addGradient(int sample, double[] theta, double weight, double[] gradient) {
    gradient[0] +=
        weight * residual(sample, theta[0]) * (2 * theta[0] * x[sample][0] + 2 * x[sample][1]);
  }

  private double residual(int sample, double theta) {
    return theta * theta * x[sample][0] + 2 * theta * x[sample][1] - y[sample];
  }
}
