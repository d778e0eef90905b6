package org.shiftscope.compute.landscape;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * The temperature at which the expected test loss is lowest.
 *
 * @param temperature it; 0 where the loss is lowest as T → 0, and infinite where it falls as T
 *     grows
 * @param testLoss the expected test loss there, or its limit
 */
public record BestTemperature(double temperature, double testLoss) {

  private static final int DECADES_BELOW = 4;
  private static final int DECADES_ABOVE = 3;
  private static final int POINTS_A_DECADE = 20;

  /**
   * Finds it on a logarithmic grid about a scale, and then by Brent's method in ln T.
   *
   * @param testLoss against T
   * @param scale a temperature at which the whole landscape is visited
   * @param atZero its limit as T → 0
   */
  static BestTemperature of(DoubleUnaryOperator testLoss, double scale, double atZero) {
    int points = (DECADES_BELOW + DECADES_ABOVE) * POINTS_A_DECADE;
    int best = 0;
    double[] losses = new double[points + 1];
    for (int i = 0; i <= points; i++) {
      losses[i] = testLoss.applyAsDouble(temperature(scale, i));
      best = losses[i] < losses[best] ? i : best;
    }
    if (best == 0 || atZero <= losses[best]) {
      return new BestTemperature(0, atZero);
    }
    if (best == points) {
      return new BestTemperature(Double.POSITIVE_INFINITY, losses[best]);
    }
    var found =
        new BrentOptimizer(1e-9, 1e-12)
            .optimize(
                new MaxEval(200),
                GoalType.MINIMIZE,
                new UnivariateObjectiveFunction(t -> testLoss.applyAsDouble(Math.exp(t))),
                new SearchInterval(
                    Math.log(temperature(scale, best - 1)),
                    Math.log(temperature(scale, best + 1)),
                    Math.log(temperature(scale, best))));
    return new BestTemperature(Math.exp(found.getPoint()), found.getValue());
  }

  private static double temperature(double scale, int i) {
    return scale * Math.pow(10, (double) i / POINTS_A_DECADE - DECADES_BELOW);
  }
}
