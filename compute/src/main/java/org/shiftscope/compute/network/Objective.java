package org.shiftscope.compute.network;

import java.util.Arrays;

/** A smooth function of the parameters to descend on. */
public interface Objective {

  /** Number of parameters d. */
  int dimension();

  /**
   * The value and the gradient at a point.
   *
   * @param theta shape [d], not modified
   * @param gradient shape [d], overwritten
   * @return the value; not finite where the function is not
   */
  double valueAndGradient(double[] theta, double[] gradient);

  /**
   * The value at a point.
   *
   * @param theta shape [d], not modified
   * @return not finite where the function is not
   */
  default double value(double[] theta) {
    return valueAndGradient(theta, new double[theta.length]);
  }

  /**
   * The values at some points of the line (1 − α) from + α to.
   *
   * @param from shape [d], not modified
   * @param to shape [d], not modified
   * @param alphas the points, not modified
   * @return one for each α, not finite where the function is not
   */
  default double[] valuesBetween(double[] from, double[] to, double... alphas) {
    double[] scratch = new double[from.length];
    double[] theta = new double[from.length];
    return Arrays.stream(alphas)
        .map(
            alpha -> {
              Arrays.setAll(theta, i -> (1 - alpha) * from[i] + alpha * to[i]);
              return valueAndGradient(theta, scratch);
            })
        .toArray();
  }
}
