package org.shiftscope.compute.diffusion;

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
record ScalarRegression(ScalarModel model, double[] x, double[] y, double lambda) {

  /**
   * Plants samples: x from 0.5 to 1.5, and targets about those of θ = 1, with noise of standard
   * deviation ½ (linear) or drawn by their probability (logistic, where x has either sign).
   */
  static ScalarRegression plant(
      ScalarModel model, int samples, double lambda, RandomGenerator random) {
    double[] x = new double[samples];
    double[] y = new double[samples];
    for (int i = 0; i < samples; i++) {
      double size = 0.5 + random.nextDouble();
      if (model == ScalarModel.LINEAR) {
        x[i] = size;
        y[i] = size + random.nextGaussian() / 2;
      } else {
        x[i] = random.nextBoolean() ? size : -size;
        y[i] = random.nextDouble() < sigmoid(x[i]) ? 1 : 0;
      }
    }
    return new ScalarRegression(model, x, y, lambda);
  }

  int count() {
    return x.length;
  }

  /** dℓ_i/dθ with the L2 term. */
  double gradient(int i, double theta) {
    double output = x[i] * theta;
    double miss = (model == ScalarModel.LINEAR ? output : sigmoid(output)) - y[i];
    return miss * x[i] + lambda * theta;
  }

  /** L'(θ). */
  double slope(double theta) {
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      sum += gradient(i, theta);
    }
    return sum / count();
  }

  /** C(θ), the variance of the samples' gradients. */
  double noise(double theta) {
    double mean = slope(theta);
    double sum = 0;
    for (int i = 0; i < count(); i++) {
      double deviation = gradient(i, theta) - mean;
      sum += deviation * deviation;
    }
    return sum / count();
  }

  /** The minimum of one sample's loss: where its gradient, which rises with θ, passes 0. */
  double minimumOf(int i) {
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

  private static double sigmoid(double z) {
    return 1 / (1 + Math.exp(-z));
  }
}
