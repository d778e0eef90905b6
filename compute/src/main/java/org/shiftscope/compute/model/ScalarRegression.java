package org.shiftscope.compute.model;

import org.hipparchus.random.RandomGenerator;
import org.shiftscope.compute.spec.WeakErrorSpec.ScalarModel;

/**
 * A regression with one parameter θ on planted samples: small enough that every expectation over
 * SGD's draws can be taken exactly. Each sample's loss is convex, with its own minimum.
 *
 * @param model what is regressed
 * @param x inputs, shape [N]; shared, not to be modified
 * @param y targets, shape [N]: any number for linear regression, 0 or 1 for logistic
 * @param lambda λ, adding (λ/2) θ² to each sample's loss
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ScalarRegression(ScalarModel model, double[] x, double[] y, double lambda) {

  /**
   * Plants samples: x from 0.5 to 1.5, and targets about those of θ = 1, with noise of standard
   * deviation ½ (linear) or drawn by their probability (logistic, where x has either sign).
   */
  public static ScalarRegression plant(
      ScalarModel model, int samples, double lambda, RandomGenerator random) {
    double[] x = new double[samples];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      double size = 0.5 + random.nextDouble();
      if (model == ScalarModel.LINEAR_REGRESSION) {
        x[i] = size;
        y[i] = size + random.nextGaussian() / 2;
      } else {
        x[i] = random.nextBoolean() ? size : -size;
        y[i] = random.nextDouble() < Logistic.of(x[i]) ? 1 : 0;
      }
    }
    return new ScalarRegression(model, x, y, lambda);
  }

  public int count() {
    return x.length;
  }

  /** dℓ_i/dθ with the L2 term. */
  public double gradient(int i, double theta) {
    double output = x[i] * theta;
    double miss = (model == ScalarModel.LINEAR_REGRESSION ? output : Logistic.of(output)) - y[i];
    return miss * x[i] + lambda * theta;
  }

  /** L'(θ). */
  public double slope(double theta) {
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      sum += gradient(i, theta);
    }
    return sum / count();
  }

  /** C(θ), the variance of the samples' gradients. */
  public double noise(double theta) {
    double mean = slope(theta);
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      double deviation = gradient(i, theta) - mean;
      sum += deviation * deviation;
    }
    return sum / count();
  }

  /** The minimum of one sample's loss: where its gradient, which rises with θ, passes 0. */
  public double minimumOf(int i) {
    double low = -1;
    double high = 1;
    while (gradient(i, low) > 0) {
      low *= 2;
    }
    while (gradient(i, high) < 0) {
      high *= 2;
    }
    // To the last bit: 60 halvings of an interval of a few units.
    for (int halving = 0; halving < 60; halving++) {
      double middle = (low + high) / 2;
      if (gradient(i, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
