package org.shiftscope.compute.simulation;

import java.util.Arrays;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.util.Pair;

/**
 * The Fokker-Planck equation ∂p/∂t = ∂/∂x [L′ p + (T/2) ∂(c p)/∂x] (Eq. 10 of the paper in one
 * dimension) on a grid of cells, with reflecting ends.
 *
 * <p>1. Between two cells flows (T/2h) [β(w) c_i p_i − β(−w) c_{i+1} p_{i+1}] with β(w) = w / (e^w
 * − 1) and w = ∫ 2 L′ / (T c) dx from centre to centre: the scheme of Chang and Cooper (1970, J.
 * Comput. Phys. 6), in the form that Scharfetter and Gummel (1969) gave it, for c p. Second order
 * in the cell's width.
 *
 * <p>2. Both weights are positive, so the equation of the cells is a Markov chain: densities stay
 * positive and their mass stays the same. It stands still where c_{i+1} p_{i+1} = e^−w c_i p_i,
 * that is p = exp(−(2/T) v) with the v of Eq. 5, exactly at the centres.
 *
 * <p>3. Steps in time are implicit (backward Euler): first order, positive for every step. The
 * tridiagonal system is eliminated without subtractions (Grassmann, Taksar and Heyman 1985), since
 * subtracting the large rates from their sums would lose the mass.
 */
public final class FokkerPlanck {

  private static final int NODES = 8;

  private final Bins cells;

  /** log c p at the centres in the steady state, up to a constant; shape [cells]. */
  private final double[] logSteadyFlow;

  private final double[] noise;

  /** Rates to the neighbours, 1 / time; shape [cells]. */
  private final double[] toRight;

  private final double[] toLeft;

  /**
   * Prepares.
   *
   * @param field finite on the domain, its noise above 0
   * @param temperature T, above 0
   * @param cells the grid
   */
  public FokkerPlanck(DriftAndNoise field, double temperature, Bins cells) {
    this.cells = cells;
    int n = cells.count();
    double h = cells.width();
    noise = new double[n];
    field.at(cells.centres(), new double[n], noise);
    double[] w = climbs(field, temperature);
    logSteadyFlow = new double[n];
    toRight = new double[n];
    toLeft = new double[n];
    double rate = temperature / (2 * h * h);
    for (int i = 0; i + 1 < n; i++) {
      logSteadyFlow[i + 1] = logSteadyFlow[i] - w[i];
      toRight[i] = rate * bernoulli(w[i]) * noise[i];
      toLeft[i + 1] = rate * bernoulli(-w[i]) * noise[i + 1];
    }
  }

  /** The cells. */
  public Bins cells() {
    return cells;
  }

  /** The share of each cell in the steady state, Eq. 5 at the centres; shape [cells]. Sums to 1. */
  public double[] steadyState() {
    double[] logs = new double[cells.count()];
    Arrays.setAll(logs, i -> logSteadyFlow[i] - Math.log(noise[i]));
    double most = Arrays.stream(logs).max().orElseThrow();
    double[] shares = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
    double sum = Arrays.stream(shares).sum();
    return Arrays.stream(shares).map(share -> share / sum).toArray();
  }

  /**
   * One implicit step.
   *
   * @param shares of the cells, at least 0, shape [cells]; modified: those one step later
   * @param dt its length, above 0, in the time of the Langevin equation
   */
  public void step(double[] shares, double dt) {
    int n = cells.count();
    // The system's columns sum to 1: a pivot is what its column keeps, plus what flows on.
    double[] pivots = new double[n];
    double keeps = 1;
    for (int i = 0; i < n; i++) {
      double flowsOn = dt * toRight[i];
      pivots[i] = keeps + flowsOn;
      if (i + 1 < n) {
        shares[i + 1] += flowsOn / pivots[i] * shares[i];
        keeps = 1 + dt * toLeft[i + 1] * (keeps / pivots[i]);
      }
    }
    shares[n - 1] /= pivots[n - 1];
    for (int i = n - 2; i >= 0; i--) {
      shares[i] = (shares[i] + dt * toLeft[i + 1] * shares[i + 1]) / pivots[i];
    }
  }

  /** The integral of 2 L′ / (T c) from each centre to the next, shape [cells − 1]. */
  private double[] climbs(DriftAndNoise field, double temperature) {
    Pair<double[], double[]> rule = gauss();
    int gaps = cells.count() - 1;
    double h = cells.width();
    double[] x = new double[gaps * NODES];
    Arrays.setAll(x, k -> cells.centre(k / NODES) + h / 2 * (1 + rule.getFirst()[k % NODES]));
    double[] drift = new double[x.length];
    double[] noiseThere = new double[x.length];
    field.at(x, drift, noiseThere);
    double[] w = new double[gaps];
    for (int k = 0; k < x.length; k++) {
      w[k / NODES] -=
          h / 2 * rule.getSecond()[k % NODES] * 2 * drift[k] / (temperature * noiseThere[k]);
    }
    return w;
  }

  private static Pair<double[], double[]> gauss() {
    var rule = new GaussIntegratorFactory().legendre(NODES);
    double[] points = new double[NODES];
    double[] weights = new double[NODES];
    Arrays.setAll(points, rule::getPoint);
    Arrays.setAll(weights, rule::getWeight);
    return Pair.create(points, weights);
  }

  private static double bernoulli(double w) {
    return w == 0 ? 1 : w / Math.expm1(w);
  }
}
