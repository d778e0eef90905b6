package org.shiftscope.compute.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shiftscope.compute.random.RandomStreams;

/**
 * How often chance alone, anywhere among many comparisons, gives as large a τ within groups as was
 * seen: what is predicted is dealt anew to the seeds, all groups of a seed together, and the
 * largest |τ| over all comparisons is taken (Westfall and Young 1993, single step). It keeps the
 * rate of any false claim whatever the comparisons have to do with each other, where the seeds
 * could be exchanged.
 */
public final class PermuteSeeds {

  private static final int MOST = 999;
  private static final int FEWEST = 199;

  /** Comparisons of signs: about a second. */
  private static final double BUDGET = 3e8;

  private final double[] groups;
  private final long[] seeds;
  private final RandomStreams stream;
  private final List<int[]> pairs = new ArrayList<>();
  private final Map<List<Object>, Integer> trials = new HashMap<>();
  private final long[] distinct;

  /**
   * Takes where the trials stand.
   *
   * @param groups of each, shape [n]; not modified later
   * @param seeds of each, shape [n], once in each group; not modified later
   * @param stream what is drawn from
   */
  public PermuteSeeds(double[] groups, long[] seeds, RandomStreams stream) {
    this.groups = groups;
    this.seeds = seeds;
    this.stream = stream;
    distinct = Arrays.stream(seeds).sorted().distinct().toArray();
    for (int i = 0; i < seeds.length; i++) {
      trials.put(List.of(groups[i], seeds[i]), i);
      for (int j = 0; j < i; j++) {
        if (groups[i] == groups[j]) {
          pairs.add(new int[] {j, i});
        }
      }
    }
  }

  /**
   * p of each comparison, corrected for all of them.
   *
   * @param xs what predicts, each of shape [n], NaN where it is not known; not modified
   * @param ys what is predicted, each of shape [n]; not modified
   * @return p of x and y at [x][y]; NaN where there is no τ, or too much to permute
   */
  public double[][] adjusted(List<double[]> xs, List<double[]> ys) {
    double[][] signs = xs.stream().map(this::signs).toArray(double[][]::new);
    double[][] seen = taus(signs, ys);
    double[][] reached = new double[xs.size()][ys.size()];
    int count = (int) Math.min(MOST, BUDGET / Math.max(1, pairs.size() * xs.size() * ys.size()));
    for (int draw = 0; draw < count && count >= FEWEST; draw++) {
      double[][] dealt = taus(signs, deal(ys, stream.split(draw).permutation(distinct.length)));
      double largest =
          Arrays.stream(dealt)
              .flatMapToDouble(Arrays::stream)
              .map(Math::abs)
              .filter(Double::isFinite)
              .max()
              .orElse(0);
      for (int x = 0; x < xs.size(); x++) {
        for (int y = 0; y < ys.size(); y++) {
          // Permutations that change nothing reach it but for round-off.
          reached[x][y] += largest >= Math.abs(seen[x][y]) - 1e-12 ? 1 : 0;
        }
      }
    }
    for (int x = 0; x < xs.size(); x++) {
      for (int y = 0; y < ys.size(); y++) {
        reached[x][y] =
            count < FEWEST || Double.isNaN(seen[x][y])
                ? Double.NaN
                : (1 + reached[x][y]) / (1 + count);
      }
    }
    return reached;
  }

  private double[][] taus(double[][] signs, List<double[]> ys) {
    double[][] taus = new double[signs.length][ys.size()];
    for (int y = 0; y < ys.size(); y++) {
      double[] ofY = signs(ys.get(y));
      for (int x = 0; x < signs.length; x++) {
        taus[x][y] = tau(signs[x], ofY);
      }
    }
    return taus;
  }

  private double[] signs(double[] values) {
    return pairs.stream()
        .mapToDouble(pair -> KendallOverSeeds.sign(values[pair[0]], values[pair[1]]))
        .toArray();
  }

  private static double tau(double[] x, double[] y) {
    double agree = 0;
    double apartInX = 0;
    double apartInY = 0;
    for (int pair = 0; pair < x.length; pair++) {
      double both = x[pair] * y[pair];
      if (!Double.isNaN(both)) {
        agree += both;
        apartInX += Math.abs(x[pair]);
        apartInY += Math.abs(y[pair]);
      }
    }
    return apartInX > 0 && apartInY > 0 ? agree / Math.sqrt(apartInX * apartInY) : Double.NaN;
  }

  /** What a trial of another seed has in the same group; NaN where there is none. */
  private List<double[]> deal(List<double[]> ys, int[] order) {
    int[] from = new int[seeds.length];
    for (int i = 0; i < from.length; i++) {
      long other = distinct[order[Arrays.binarySearch(distinct, seeds[i])]];
      from[i] = trials.getOrDefault(List.<Object>of(groups[i], other), -1);
    }
    return ys.stream()
        .map(
            y ->
                Arrays.stream(from)
                    .mapToDouble(trial -> trial < 0 ? Double.NaN : y[trial])
                    .toArray())
        .toList();
  }
}
