package org.shiftscope.compute.statistics;

import java.util.Arrays;
import java.util.function.BiPredicate;
import org.shiftscope.compute.random.RandomStreams;

/**
 * Kendall's τ_b between two numbers of the trials of a sweep (Kendall 1945), over the pairs of
 * trials that differ in one thing alone: the seed, or the group (Jiang et al. 2020, arXiv
 * 1912.02178, section 2.2.2, the granulated form: what else differs between two trials cannot make
 * them agree). Intervals are by the bootstrap over seeds; a pair of copies of one trial is no pair.
 * A resample costs as many operations as there are pairs of seeds.
 */
public final class KendallOverSeeds {

  /** Which pairs of trials are compared. */
  public enum Pairs {
    /** Those of one group, of different seeds. */
    WITHIN_GROUPS,
    /** Those of one seed, of different groups. */
    ACROSS_GROUPS
  }

  private final double[] groups;
  private final long[] seeds;
  private final RandomStreams stream;
  private final Groups bySeed;
  private final int[] firstOfSeed;

  /**
   * Takes where the trials stand.
   *
   * @param groups of each, its temperature say, shape [n]; not modified later
   * @param seeds of each, shape [n]; not modified later
   * @param stream what is drawn from
   */
  public KendallOverSeeds(double[] groups, long[] seeds, RandomStreams stream) {
    this.groups = groups;
    this.seeds = seeds;
    this.stream = stream;
    long[] distinct = Arrays.stream(seeds).sorted().distinct().toArray();
    bySeed =
        new Groups(
            Arrays.stream(seeds).mapToInt(seed -> Arrays.binarySearch(distinct, seed)).toArray(),
            distinct.length);
    firstOfSeed = new int[bySeed.count()];
    for (int i = seeds.length - 1; i >= 0; i--) {
      firstOfSeed[bySeed.of()[i]] = i;
    }
  }

  /**
   * τ and its interval.
   *
   * @param x shape [n], NaN where it is not known; not modified
   * @param y the same
   */
  public Tau of(double[] x, double[] y, Pairs pairs) {
    var counts = new Counts(bySeed.count(), pairs);
    BiPredicate<Integer, Integer> compared = compared(pairs);
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (compared.test(i, j)) {
          counts.add(bySeed.of()[i], bySeed.of()[j], sign(x[i], x[j]), sign(y[i], y[j]));
        }
      }
    }
    double[] once = new double[x.length];
    Arrays.fill(once, 1);
    return new Tau(
        counts.tau(ofSeeds(once)),
        new BootstrapOverSeeds(seeds, stream.split(pairs.name()))
            .of(weights -> counts.tau(ofSeeds(weights))));
  }

  private BiPredicate<Integer, Integer> compared(Pairs pairs) {
    return switch (pairs) {
      case WITHIN_GROUPS -> (i, j) -> groups[i] == groups[j];
      case ACROSS_GROUPS -> (i, j) -> seeds[i] == seeds[j];
    };
  }

  private double[] ofSeeds(double[] weights) {
    return Arrays.stream(firstOfSeed).mapToDouble(i -> weights[i]).toArray();
  }

  /** NaN where one of them is not known. */
  static double sign(double a, double b) {
    return Math.signum(b - a);
  }

  /**
   * Kendall's τ.
   *
   * @param value −1 to 1; NaN where no two trials can be compared
   * @param interval its 95 % interval by the bootstrap over seeds; none below three seeds
   */
  public record Tau(double value, ConfidenceInterval interval) {}

  /** Sums over pairs by their seeds, so that a resample costs no pairs. */
  private static final class Counts {

    private final double[][] agree;
    private final double[][] apartInX;
    private final double[][] apartInY;
    private final boolean together;

    Counts(int seeds, Pairs pairs) {
      agree = new double[seeds][seeds];
      apartInX = new double[seeds][seeds];
      apartInY = new double[seeds][seeds];
      together = pairs == Pairs.ACROSS_GROUPS;
    }

    void add(int seed, int other, double x, double y) {
      if (!Double.isNaN(x) && !Double.isNaN(y)) {
        int high = Math.max(seed, other);
        int low = Math.min(seed, other);
        agree[high][low] += x * y;
        apartInX[high][low] += Math.abs(x);
        apartInY[high][low] += Math.abs(y);
      }
    }

    double tau(double[] weights) {
      double x = sum(apartInX, weights);
      double y = sum(apartInY, weights);
      return x > 0 && y > 0 ? sum(agree, weights) / Math.sqrt(x * y) : Double.NaN;
    }

    /** Pairs of one seed are drawn with it; those of two seeds as often as both are. */
    private double sum(double[][] counts, double[] weights) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        if (together) {
          sum += weights[i] * counts[i][i];
          continue;
        }
        for (int j = 0; j < i; j++) {
          sum += weights[i] * weights[j] * counts[i][j];
        }
      }
      return sum;
    }
  }
}
