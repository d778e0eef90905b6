package org.shiftscope.compute.landscape;

import java.util.List;
import org.hipparchus.util.CombinatoricsUtils;
import org.shiftscope.compute.curve.LossLandscape;

/**
 * The parts of the expected test loss (Eq. 4), each summed over basins with their weights. In one
 * dimension, s = −shift and H = L″; where L″ vanishes, the first derivative that does not takes its
 * place (Appendix E).
 *
 * @param minimum Σ w L_te,k: the loss at the test minima
 * @param shift Σ w ½ sᵀHs: the shift-curvature
 * @param bias Σ w ½ bᵀHb: the bias-curvature, b = −(T/2) H⁻¹ c′
 * @param cross Σ w sᵀHb
 * @param covariance Σ w ½ tr(HΣ): the covariance-curvature, with Σ = (T/2) c H⁻¹
 */
public record TestLossParts(
    double minimum, double shift, double bias, double cross, double covariance) {

  /** Their sum, Eq. 4. */
  public double sum() {
    return minimum + shift + bias + cross + covariance;
  }

  /** What is left for small T, Eqs. 7 and 8. */
  public double leading() {
    return minimum + shift;
  }

  /**
   * The parts at a temperature.
   *
   * @param basins of the train loss
   * @param weights their weights, shape [basins]; not modified
   */
  static TestLossParts of(
      LossLandscape landscape, List<Basin> basins, double[] weights, double temperature) {
    TestLossParts sum = new TestLossParts(0, 0, 0, 0, 0);
    for (int k = 0; k < weights.length; k++) {
      sum = sum.plus(of(landscape, basins.get(k), temperature), weights[k]);
    }
    return sum;
  }

  private static TestLossParts of(LossLandscape landscape, Basin basin, double temperature) {
    double s = -landscape.shift();
    double[] noise = landscape.noise().derivatives(1, basin.minimum());
    double b = bias(basin, temperature * noise[1] / 2);
    double shift = basin.rise(s);
    double bias = basin.rise(b);
    // ∫ a x^m / m! under exp(−(2 / (T c)) a x^m / m!) is T c / (2 m): T c / 4 for m = 2.
    double covariance = temperature * noise[0] / (2 * basin.order());
    return new TestLossParts(
        basin.value(), shift, bias, basin.rise(s + b) - shift - bias, covariance);
  }

  /** Where L′ = −(T/2) c′, to leading order (Appendix B.2). */
  static double bias(Basin basin, double halfDivergence) {
    int m = basin.order();
    if (m < 2) {
      return 0;
    }
    double power = -halfDivergence * CombinatoricsUtils.factorialDouble(m - 1) / basin.derivative();
    double b = Math.copySign(Math.pow(Math.abs(power), 1.0 / (m - 1)), power);
    boolean outside = basin.atEnd() && (basin.minimum() == basin.from() ? b < 0 : b > 0);
    return outside ? 0 : b;
  }

  private TestLossParts plus(TestLossParts other, double weight) {
    // A basin that nobody visits may have parts that are not finite.
    return weight == 0
        ? this
        : new TestLossParts(
            minimum + weight * other.minimum,
            shift + weight * other.shift,
            bias + weight * other.bias,
            cross + weight * other.cross,
            covariance + weight * other.covariance);
  }
}
