package org.shiftscope.compute.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The steady state on bins, by exact integrals: what a histogram of it would be, and the means of
 * the losses in each bin, weighed by it. Within a bin, walkers arrive soon.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record BinnedDensity(
    double[] shares, double[] trainLoss, double[] testLoss, List<double[]> basins) {

  /**
   * Integrates.
   *
   * @param terrain whose panels end at the edges too
   * @param edges of the bins, ascending, from end to end of the domain; not modified
   */
  public static BinnedDensity of(Terrain terrain, double temperature, double[] edges) {
    GradedGrid grid = terrain.grid();
    double[] mass = terrain.at(temperature).mass();
    int bins = edges.length - 1;
    int[] binOf = Arrays.stream(grid.x()).mapToInt(x -> binOf(edges, x)).toArray();
    double[] shares = new double[bins];
    for (int i = 0; i < mass.length; i++) {
      shares[binOf[i]] += mass[i];
    }
    double[] weights = new double[mass.length];
    // Where the density has underflowed, it is as good as even.
    Arrays.setAll(weights, i -> shares[binOf[i]] > 0 ? mass[i] : grid.weight()[i]);
    Means means = new Means(binOf, weights, bins);
    List<double[]> basins = new ArrayList<>();
    for (int k = 0; k < terrain.basins().size(); k++) {
      int basin = k;
      basins.add(means.of(i -> grid.basin()[i] == basin ? 1 : 0));
    }
    return new BinnedDensity(
        shares, means.of(i -> grid.train()[i]), means.of(i -> grid.test()[i]), basins);
  }

  /** Means over the nodes of each bin. */
  private record Means(int[] binOf, double[] weights, int bins) {

    double[] of(IntToDoubleFunction value) {
      double[] sums = new double[bins];
      double[] totals = new double[bins];
      for (int i = 0; i < weights.length; i++) {
        sums[binOf[i]] += weights[i] * value.applyAsDouble(i);
        totals[binOf[i]] += weights[i];
      }
      Arrays.setAll(sums, bin -> sums[bin] / totals[bin]);
      return sums;
    }
  }

  /** What share of each bin lies in a basin: 0, 1, or between where the basin ends in it. */
  public double[] ofBasin(int basin) {
    return basins.get(basin);
  }

  private static int binOf(double[] edges, double x) {
    int found = Arrays.binarySearch(edges, x);
    return Math.clamp(found >= 0 ? found : -found - 2, 0, edges.length - 2);
  }
}
