package org.shiftscope.compute.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.shiftscope.compute.statistics.Jackknife;

/**
 * The total variation distance of a histogram from a density on the same bins, ½ Σ |p̂_i − p_i|.
 *
 * <p>It is never 0 for a finite sample. A perfect sampler whose shares have the standard errors
 * σ_i, and errors near to normal, has the expected distance ½ √(2/π) Σ σ_i: a distance of that size
 * says that nothing was found.
 *
 * @param distance as measured
 * @param error its standard error, by the jackknife over the blocks (Efron and Tibshirani 1993,
 *     section 11); too large rather than too small where the sign of a difference may turn
 * @param ofPerfectSample the expected distance of a sample from the density itself, of the same
 *     effective size
 * @param effectiveSamples how many independent draws would have the same standard errors: Σ p̂ (1 −
 *     p̂) / Σ σ²
 */
public record TotalVariation(
    double distance, double error, double ofPerfectSample, double effectiveSamples) {

  /**
   * Measures it.
   *
   * @param histogram of at least two blocks
   * @param shares the density's share of each bin, shape [bins], not modified
   */
  public static TotalVariation of(Histogram histogram, double[] shares) {
    double[] measured = histogram.shares();
    double[] errors = histogram.errors();
    double variance = 0;
    double squaredErrors = 0;
    for (int i = 0; i < measured.length; i++) {
      variance += measured[i] * (1 - measured[i]);
      squaredErrors += errors[i] * errors[i];
    }
    return new TotalVariation(
        between(measured, shares),
        jackknife(histogram, shares),
        Math.sqrt(1 / (2 * Math.PI)) * Arrays.stream(errors).sum(),
        variance / squaredErrors);
  }

  /** ½ Σ |a_i − b_i| of two rows of shares of the same shape. Neither is modified. */
  public static double between(double[] a, double[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " bins against " + b.length);
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] - b[i]);
    }
    return sum / 2;
  }

  private static double jackknife(Histogram histogram, double[] shares) {
    return new Jackknife<>(
            histogram.shares(),
            IntStream.range(0, histogram.blocks()).mapToObj(histogram::sharesWithout).toList())
        .error(each -> between(each, shares));
  }
}
