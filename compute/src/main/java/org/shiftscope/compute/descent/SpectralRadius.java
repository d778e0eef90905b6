package org.shiftscope.compute.descent;

import java.util.Arrays;

/**
 * The largest eigenvalue of the Hessian in size, by power iteration on differences of gradients, a
 * little overestimated: it serves to keep an integrator stable. Starts from where it ended the last
 * time, so that later estimates take one to three gradients.
 */
final class SpectralRadius {

  private static final int MOST_ITERATIONS = 30;
  private static final double SAFETY = 1.2;

  /**
   * Far above the rounding of float32 gradients, far below the scale on which the Hessian changes.
   */
  private static final double RELATIVE_DIFFERENCE = 3e-4;

  private final CountedGradients gradients;
  private final double[] direction;
  private boolean started;

  SpectralRadius(CountedGradients gradients, int dimension) {
    this.gradients = gradients;
    direction = new double[dimension];
  }

  /** Where the power iteration stands, shape [d]; shared. */
  double[] direction() {
    return direction;
  }

  /** Goes on from where an earlier power iteration stood. {@code reached}: not modified. */
  void goOnFrom(double[] reached) {
    System.arraycopy(reached, 0, direction, 0, direction.length);
    started = true;
  }

  /**
   * Estimates at a point.
   *
   * @param gradient the gradient there, shape [d], not modified; the first search starts along it
   * @return above 0
   */
  double estimate(double[] theta, double[] gradient) {
    if (!started) {
      System.arraycopy(gradient, 0, direction, 0, direction.length);
      started = true;
    }
    double[] shifted = new double[theta.length];
    double length = RELATIVE_DIFFERENCE * Math.max(Vectors.norm(theta), 1e-3);
    double radius = 0;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double scale = length / nonZero(Vectors.norm(direction));
      double[] point = Vectors.sum(theta, scale, direction);
      gradients.take(point, shifted);
      Arrays.setAll(direction, j -> shifted[j] - gradient[j]);
      double previous = radius;
      radius = Vectors.norm(direction) / length;
      if (Math.abs(radius - previous) <= 0.05 * radius) {
        break;
      }
    }
    return Math.max(SAFETY * radius, 1e-6);
  }

  private static double nonZero(double norm) {
    return Math.max(norm, 1e-300);
  }
}
