package org.shiftscope.compute.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * The weights of basins by Laplace's approximation (Eq. 6), w ∝ exp(−(2/T) v) (v″)^(−1/2) at each
 * minimum of the effective potential; where v″ vanishes, with the factor of Appendix E.
 */
final class LaplaceWeights {

  private LaplaceWeights() {}

  /**
   * The weights, which sum to 1; NaN where a minimum is flatter than order 8. A basin without a
   * minimum of the effective potential has weight 0.
   *
   * @param basins of the train loss
   * @param wells the basins of v
   */
  static double[] of(List<Basin> basins, List<Basin> wells, double temperature) {
    return of(basins.size(), wells, well -> owner(basins, well.minimum()), temperature);
  }

  /**
   * The same where basins are told apart in another way.
   *
   * @param owner the basin in which a well lies, 0 or more
   */
  static double[] of(
      int basins, List<Basin> wells, ToIntFunction<Basin> owner, double temperature) {
    double[] logs = new double[basins];
    Arrays.fill(logs, Double.NEGATIVE_INFINITY);
    double lowest = wells.stream().mapToDouble(Basin::value).min().orElseThrow();
    for (Basin well : wells) {
      int k = owner.applyAsInt(well);
      double log = -2 / temperature * (well.value() - lowest) + logIntegral(well, temperature);
      logs[k] = addLogs(logs[k], log);
    }
    double most = Arrays.stream(logs).max().orElseThrow();
    double[] weights = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  /**
   * ln ∫ exp(−(2/T) a |x|^m / m!) dx = ln [2 Γ(1 + 1/m) (2a / (T m!))^(−1/m)], half of it at an end
   * of the domain.
   */
  static double logIntegral(Basin well, double temperature) {
    int m = well.order();
    if (m == 0) {
      return Double.NaN;
    }
    double steepness =
        2 * Math.abs(well.derivative()) / (temperature * CombinatoricsUtils.factorialDouble(m));
    double both = Math.log(well.atEnd() ? 1 : 2);
    return both + Gamma.logGamma(1 + 1.0 / m) - Math.log(steepness) / m;
  }

  private static int owner(List<Basin> basins, double x) {
    for (int k = 0; k < basins.size(); k++) {
      if (basins.get(k).contains(x)) {
        return k;
      }
    }
    throw new IllegalArgumentException(x + " is in no basin");
  }

  private static double addLogs(double a, double b) {
    double most = Math.max(a, b);
    return most == Double.NEGATIVE_INFINITY
        ? most
        : most + Math.log(Math.exp(a - most) + Math.exp(b - most));
  }
}
