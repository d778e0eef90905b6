package org.shiftscope.compute.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.shiftscope.compute.random.RandomStreams;

/**
 * Percentile intervals by the bootstrap over whole seeds (Efron 1979; by clusters: Davison and
 * Hinkley 1997, section 3.8). A seed's trials share their start and their shuffles over all
 * temperatures, so that it is seeds that are drawn, each with all of its trials: a resample counts
 * each trial as often as its seed was drawn.
 *
 * <p>With few seeds the interval is too short: three seeds have ten different resamples. How often
 * it holds the truth is measured in the tests and told in docs/decisions/019-findings.md.
 */
public final class BootstrapOverSeeds {

  /** Fewer have no spread that could be told. */
  public static final int FEWEST_SEEDS = 3;

  /** The share of resamples within the interval. */
  public static final double LEVEL = 0.95;

  private static final int MOST_RESAMPLES = 1_000;
  private static final int FEWEST_RESAMPLES = 200;

  /** Resampled trials beyond which fewer resamples are drawn: about a tenth of a second. */
  private static final int MOST_DRAWN = 2_000_000;

  private final Groups seeds;
  private final RandomStreams stream;

  /**
   * Takes the trials' seeds.
   *
   * @param seeds shape [n]; not modified
   * @param stream what is drawn from
   */
  public BootstrapOverSeeds(long[] seeds, RandomStreams stream) {
    long[] distinct = Arrays.stream(seeds).sorted().distinct().toArray();
    this.seeds =
        new Groups(
            Arrays.stream(seeds).mapToInt(seed -> Arrays.binarySearch(distinct, seed)).toArray(),
            distinct.length);
    this.stream = stream;
  }

  /**
   * The interval of a statistic.
   *
   * @param statistic takes how often each trial is counted, shape [n], not modified and not kept;
   *     NaN where a resample has none, which is then left out
   * @return {@link ConfidenceInterval#none} below {@link #FEWEST_SEEDS} seeds, or where more than
   *     half of the resamples have no value
   */
  public ConfidenceInterval of(ToDoubleFunction<double[]> statistic) {
    if (seeds.count() < FEWEST_SEEDS) {
      return ConfidenceInterval.none();
    }
    UniformRandomProvider random = stream.fastGenerator();
    double[] found = new double[resamples()];
    double[] weights = new double[seeds.of().length];
    for (int i = 0; i < found.length; i++) {
      draw(random, weights);
      found[i] = statistic.applyAsDouble(weights);
    }
    double[] known = Arrays.stream(found).filter(Double::isFinite).toArray();
    return known.length * 2 < found.length ? ConfidenceInterval.none() : percentiles(known);
  }

  private int resamples() {
    return Math.clamp(MOST_DRAWN / seeds.of().length, FEWEST_RESAMPLES, MOST_RESAMPLES);
  }

  private void draw(UniformRandomProvider random, double[] weights) {
    double[] times = new double[seeds.count()];
    for (int i = 0; i < times.length; i++) {
      times[random.nextInt(times.length)]++;
    }
    for (int trial = 0; trial < weights.length; trial++) {
      weights[trial] = times[seeds.of()[trial]];
    }
  }

  private static ConfidenceInterval percentiles(double[] values) {
    var percentile = new Percentile();
    percentile.setData(values);
    double outside = 100 * (1 - LEVEL) / 2;
    return new ConfidenceInterval(percentile.evaluate(outside), percentile.evaluate(100 - outside));
  }
}
