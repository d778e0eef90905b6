package org.shiftscope.compute.curve;

import java.util.Arrays;
import java.util.List;
import org.shiftscope.compute.formula.Interval;

/** −Σᵢ weightᵢ N(x; minimumᵢ, sigmaᵢ²), with normalised normal densities (Figs. 4 and 6). */
public final class GaussianSum implements Curve {

  private final double[] minima;
  private final double[] sigmas;

  /** −weight / (σ √(2π)): the depth of each. Shape [gaussians]. */
  private final double[] depths;

  /**
   * A sum; without any Gaussian it is 0.
   *
   * @param minima centres of the Gaussians
   * @param weights their areas, as many
   * @param sigmas their standard deviations, above 0, as many
   */
  public GaussianSum(List<Double> minima, List<Double> weights, List<Double> sigmas) {
    if (weights.size() != minima.size() || sigmas.size() != minima.size()) {
      throw new IllegalArgumentException("as many weights and sigmas as minima");
    }
    this.minima = array(minima);
    this.sigmas = array(sigmas);
    this.depths = array(weights);
    Arrays.setAll(depths, i -> -depths[i] / (this.sigmas[i] * Math.sqrt(2 * Math.PI)));
  }

  /** By Hermite's polynomials: dⁿ/dzⁿ exp(−z²/2) = (−1)ⁿ Heₙ(z) exp(−z²/2). */
  @Override
  public double[] derivatives(int order, double x) {
    double[] sum = new double[order + 1];
    for (int i = 0; i < depths.length; i++) {
      double z = (x - minima[i]) / sigmas[i];
      double scaled = depths[i] * Math.exp(-z * z / 2);
      double before = 0;
      double hermite = 1;
      for (int n = 0; n <= order; n++) {
        sum[n] += hermite * scaled;
        double next = z * hermite - n * before;
        before = hermite;
        hermite = next;
        scaled /= -sigmas[i];
      }
    }
    return sum;
  }

  @Override
  public void values(double[] x, double[] into) {
    Arrays.fill(into, 0);
    for (int i = 0; i < depths.length; i++) {
      for (int k = 0; k < into.length; k++) {
        double z = (x[k] - minima[i]) / sigmas[i];
        into[k] += depths[i] * Math.exp(-z * z / 2);
      }
    }
  }

  @Override
  public void slopes(double[] x, double[] into) {
    Arrays.fill(into, 0);
    for (int i = 0; i < depths.length; i++) {
      for (int k = 0; k < into.length; k++) {
        double z = (x[k] - minima[i]) / sigmas[i];
        into[k] -= depths[i] * z / sigmas[i] * Math.exp(-z * z / 2);
      }
    }
  }

  /** As {@link #derivatives}, by Hermite's polynomials of order 0, 1 and 2. */
  @Override
  public Interval enclose(int order, Interval x) {
    Interval sum = Interval.of(0);
    for (int i = 0; i < depths.length; i++) {
      Interval sigma = Interval.of(sigmas[i]);
      Interval z = x.plus(Interval.of(-minima[i])).over(sigma);
      Interval bell = z.squared().times(Interval.of(-0.5)).exp().times(Interval.of(depths[i]));
      sum = sum.plus(bell.times(hermite(order, z, sigma)));
    }
    return sum;
  }

  private static Interval hermite(int order, Interval z, Interval sigma) {
    return switch (order) {
      case 0 -> Interval.of(1);
      case 1 -> z.negated().over(sigma);
      case 2 -> z.squared().plus(Interval.of(-1)).over(sigma.squared());
      default -> throw new IllegalArgumentException("no enclosure of order " + order);
    };
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
