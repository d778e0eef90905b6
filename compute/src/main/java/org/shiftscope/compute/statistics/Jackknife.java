package org.shiftscope.compute.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Estimates and their standard errors by leaving out one block at a time: √((m − 1) / m Σ (x_i −
 * x̄)²) over the m estimates without a block (Efron and Tibshirani 1993, An introduction to the
 * bootstrap, section 11; of correlated data Künsch 1989, The jackknife and the bootstrap for
 * general stationary observations). Blocks must be long against the correlation time.
 *
 * @param <T> what the estimates are made of
 */
public final class Jackknife<T> {

  private final T whole;
  private final List<T> without;

  /**
   * Of what is there with all blocks and without each.
   *
   * @param whole of all blocks
   * @param without the same without each block, at least two
   */
  public Jackknife(T whole, List<T> without) {
    this.whole = whole;
    this.without = List.copyOf(without);
  }

  /**
   * Of sums over blocks.
   *
   * @param blocks their sums, shape [blocks][size], at least 2; not modified
   */
  public static Jackknife<double[]> ofSums(double[][] blocks) {
    double[] total = new double[blocks[0].length];
    for (double[] block : blocks) {
      Arrays.setAll(total, i -> total[i] + block[i]);
    }
    return new Jackknife<>(
        total, Arrays.stream(blocks).map(block -> difference(total, block)).toList());
  }

  private static double[] difference(double[] total, double[] block) {
    double[] rest = new double[total.length];
    Arrays.setAll(rest, i -> total[i] - block[i]);
    return rest;
  }

  /** An estimate. */
  public double value(ToDoubleFunction<T> estimate) {
    return estimate.applyAsDouble(whole);
  }

  /** Its standard error; of one degree of freedom less than there are blocks. */
  public double error(ToDoubleFunction<T> estimate) {
    return error(without.stream().mapToDouble(estimate).toArray());
  }

  /** Several estimates of the same, shape [estimates]. */
  public double[] values(Function<T, double[]> estimates) {
    return estimates.apply(whole);
  }

  /** Their standard errors, shape [estimates]. */
  public double[] errors(Function<T, double[]> estimates) {
    List<double[]> each = without.stream().map(estimates).toList();
    double[] errors = new double[each.getFirst().length];
    Arrays.setAll(errors, i -> error(each.stream().mapToDouble(one -> one[i]).toArray()));
    return errors;
  }

  private static double error(double[] without) {
    Spread spread = Spread.of(without);
    return (spread.count() - 1) / Math.sqrt(spread.count()) * spread.deviation();
  }
}
