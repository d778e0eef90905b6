package org.shiftscope.compute.descent;

import org.shiftscope.compute.network.Objective;

/** An objective that counts its gradients and refuses values that are not finite. */
final class CountedGradients {

  private final Objective objective;
  private long count;

  CountedGradients(Objective objective) {
    this.objective = objective;
  }

  /** Goes on counting after {@code spent} gradients. */
  void goOnAfter(long spent) {
    count = spent;
  }

  /**
   * Takes a gradient. {@code gradient}: overwritten.
   *
   * @throws Divergence where the value is not finite
   */
  double take(double[] theta, double[] gradient) {
    count++;
    double value = objective.valueAndGradient(theta, gradient);
    if (!Double.isFinite(value)) {
      throw new Divergence(count);
    }
    return value;
  }

  /** The value half-way between two points; not counted, since it is no gradient. */
  double halfway(double[] from, double[] to) {
    return objective.valuesBetween(from, to, 0.5)[0];
  }

  long count() {
    return count;
  }
}
