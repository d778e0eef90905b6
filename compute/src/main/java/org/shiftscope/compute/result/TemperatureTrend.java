package org.shiftscope.compute.result;

import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.statistics.ConfidenceInterval;
import org.shiftscope.compute.statistics.KendallOverSeeds.Tau;

/**
 * One quantity against the temperature.
 *
 * @param id its name in JSON
 * @param title its name for a person
 * @param unit its unit; empty for a pure number
 * @param temperatures mean and spread by ascending temperature; those without a value left out
 * @param values by counted trial, NaN where a trial did not measure it, shape [counted]
 * @param errors standard errors of the values from within the trials; of length 0 where they have
 *     none
 * @param test whether it rises or falls
 */
public record TemperatureTrend(
    String id,
    String title,
    String unit,
    List<Mean> temperatures,
    Series values,
    Series errors,
    Tested test) {

  public TemperatureTrend {
    temperatures = List.copyOf(temperatures);
  }

  /**
   * Over the trials of one temperature.
   *
   * @param temperature T
   * @param trials n, at least 1
   * @param mean of the trials' values
   * @param deviation their sample standard deviation (n − 1); NaN for one trial
   * @param error standard error of the mean, deviation / √n; NaN for one trial
   */
  public record Mean(double temperature, int trials, double mean, double deviation, double error) {

    private static final double UPPER = 0.975;

    /**
     * Half the 95 % interval of the mean, by Student's t with n − 1 degrees of freedom; NaN for one
     * trial.
     */
    public double halfInterval() {
      return trials < 2
          ? Double.NaN
          : new TDistribution(trials - 1.0).inverseCumulativeProbability(UPPER) * error;
    }
  }

  /** Where a quantity goes as T rises. */
  public enum Direction implements Named {
    /** It falls: test and interval say so. */
    FALLS("falls with T"),
    /** It rises: test and interval say so. */
    RISES("rises with T"),
    /** No trend that can be told from the scatter within seeds. */
    NONE("no trend"),
    /**
     * All values, or those of each draw, are equal but for round-off: their range is below 1e-9 of
     * the largest.
     */
    CONSTANT("the same at every T"),
    /** Too few temperatures or seeds: nothing is claimed. */
    UNKNOWN("too few trials");

    private final String title;

    Direction(String title) {
      this.title = title;
    }

    @Override
    public String title() {
      return title;
    }
  }

  /**
   * The test of a trend, within independent draws: splits where there are several, else seeds.
   * Pairs of one draw alone are compared, so that what draws differ by at every temperature is no
   * noise. It is claimed where the two-sided p of Jonckheere and Terpstra within draws is below
   * 0.05, and the interval of Kendall's τ over the same pairs lies on one side of 0. Spearman's ρ
   * over all trials says how much of all spread the temperature orders, and claims nothing. Numbers
   * that are not claimed upon are NaN.
   *
   * @param direction what is claimed
   * @param trials n, those with a value
   * @param seeds how many draws have trials at two temperatures or more
   * @param kendall τ of quantity and temperature within draws, with its 95 % interval by the
   *     bootstrap over these
   * @param spearman ρ of quantity and temperature over all trials
   * @param interval of ρ, 95 % by the bootstrap over draws
   * @param jonckheere J, pairs of one draw in which the higher temperature has the higher mean
   * @param expected J without a trend
   * @param pValue of J, two-sided
   * @param exact whether p is exact; by the normal approximation otherwise
   * @param sentence all that in words
   */
  public record Tested(
      Direction direction,
      int trials,
      int seeds,
      Tau kendall,
      double spearman,
      ConfidenceInterval interval,
      double jonckheere,
      double expected,
      double pValue,
      boolean exact,
      String sentence) {}
}
