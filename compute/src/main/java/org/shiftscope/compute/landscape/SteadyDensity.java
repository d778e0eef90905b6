package org.shiftscope.compute.landscape;

import java.util.Arrays;

/**
 * The steady state of SGD at one temperature (Eq. 5), p = exp(−(2/T) v) / Z. Everything is computed
 * from logarithms relative to the highest peak, so that no temperature is too small.
 */
public final class SteadyDensity {

  private final Terrain terrain;
  private final double temperature;

  /** Probability of each node's panel share: sums to 1. Shape [nodes]. */
  private final double[] mass;

  /** ln Z, for a density that is exp(−(2/T) (u − lowest u)) / c. */
  private final double logNormaliser;

  SteadyDensity(Terrain terrain, double temperature) {
    this.terrain = terrain;
    this.temperature = temperature;
    GradedGrid grid = terrain.grid();
    double[] logs = new double[grid.size()];
    for (int i = 0; i < logs.length; i++) {
      double risen = terrain.depth(grid.basin()[i]) + grid.rise()[i];
      logs[i] = -2 / temperature * risen - grid.logNoise()[i];
    }
    double most = Arrays.stream(logs).max().orElseThrow();
    mass = new double[logs.length];
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      mass[i] = grid.weight()[i] * Math.exp(logs[i] - most);
      sum += mass[i];
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= sum;
    }
    logNormaliser = most + Math.log(sum);
  }

  /** T. */
  public double temperature() {
    return temperature;
  }

  /**
   * The density at points of the domain, per length. Shape as given.
   *
   * @param x not modified
   */
  public double[] density(double... x) {
    return Arrays.stream(x)
        .map(
            point ->
                Math.exp(
                    -2 / temperature * terrain.rise(point)
                        - Math.log(terrain.landscape().noise().value(point))
                        - logNormaliser))
        .toArray();
  }

  /** The probability of each basin of the train loss; sums to 1. Shape [basins]. */
  public double[] probabilities() {
    double[] probabilities = new double[terrain.basins().size()];
    for (int i = 0; i < mass.length; i++) {
      probabilities[terrain.grid().basin()[i]] += mass[i];
    }
    return probabilities;
  }

  /** E[L_tr] = ∫ L_tr p dx. */
  public double trainLoss() {
    return mean(terrain.grid().train());
  }

  /** E[L_te] = ∫ L_te p dx. */
  public double testLoss() {
    return mean(terrain.grid().test());
  }

  /** The parts of the test loss (Eq. 4), with the probabilities of the basins as their weights. */
  public TestLossParts parts() {
    return TestLossParts.of(terrain.landscape(), terrain.basins(), probabilities(), temperature);
  }

  /** The weights of the basins by Laplace's approximation (Eq. 6). Shape [basins]. */
  public double[] laplaceWeights() {
    return LaplaceWeights.of(terrain.basins(), terrain.wells(temperature), temperature);
  }

  /** The expected test loss for small T, Σ w (L_te + ½ sᵀHs) with Laplace's weights (Eqs. 7, 8). */
  public double leadingTestLoss() {
    return TestLossParts.of(terrain.landscape(), terrain.basins(), laplaceWeights(), temperature)
        .leading();
  }

  /** Probability at each node of the grid; sums to 1. Shape [nodes], not to be modified. */
  double[] mass() {
    return mass;
  }

  private double mean(double[] values) {
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i] * values[i];
    }
    return sum;
  }
}
