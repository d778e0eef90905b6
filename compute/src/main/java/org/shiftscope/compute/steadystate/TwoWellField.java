package org.shiftscope.compute.steadystate;

import org.shiftscope.compute.model.TwoWellRegression;
import org.shiftscope.compute.simulation.DriftAndNoise;

/**
 * −L′ and c of the two-well regression, exactly, as polynomials in θ whose coefficients are means
 * over the samples: ∇ℓ = 2x₁² θ³ + 6x₁x₂ θ² + (4x₂² − 2x₁y) θ − 2x₂y.
 */
final class TwoWellField implements DriftAndNoise {

  private final double lambda;
  private final double epsilon;
  private final double[] mean = new double[4];

  /** Coefficients of c, of degree 6. */
  private final double[] variance = new double[7];

  TwoWellField(TwoWellRegression model, double lambda, double epsilon) {
    this.lambda = lambda;
    this.epsilon = epsilon;
    for (int i = 0; i < model.samples(); i++) {
      double[] x = model.x()[i];
      double y = model.y()[i];
      double[] gradient = {
        -2 * x[1] * y, 4 * x[1] * x[1] - 2 * x[0] * y, 6 * x[0] * x[1], 2 * x[0] * x[0]
      };
      addSquare(gradient, 1.0 / model.samples());
      for (int j = 0; j < 4; j++) {
        mean[j] += gradient[j] / model.samples();
      }
    }
    addSquare(mean, -1);
  }

  private void addSquare(double[] polynomial, double weight) {
    for (int j = 0; j < 4; j++) {
      for (int k = 0; k < 4; k++) {
        variance[j + k] += weight * polynomial[j] * polynomial[k];
      }
    }
  }

  /** L′(θ). */
  double slope(double theta) {
    return lambda * theta + mean[0] + theta * (mean[1] + theta * (mean[2] + theta * mean[3]));
  }

  /** c(θ) + ε². */
  double noise(double theta) {
    double sum = 0;
    for (int power = 6; power >= 0; power--) {
      sum = sum * theta + variance[power];
    }
    return sum + epsilon * epsilon;
  }

  @Override
  public void at(double[] x, double[] drift, double[] noise) {
    for (int i = 0; i < x.length; i++) {
      drift[i] = -slope(x[i]);
      noise[i] = noise(x[i]);
    }
  }
}
