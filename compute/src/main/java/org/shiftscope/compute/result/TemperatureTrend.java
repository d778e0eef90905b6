package org.shiftscope.compute.result;

import java.util.List;
import org.shiftscope.compute.spec.Named;
import org.shiftscope.compute.statistics.ConfidenceInterval;

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
  public record Mean(double temperature, int trials, double mean, double deviation, double error) {}

  /** Where a quantity goes as T rises. */
  public enum Direction implements Named {
    /** It falls: both tests say so. */
    FALLS("falls with T"),
    /** It rises: both tests say so. */
    RISES("rises with T"),
    /** No trend that can be told from the spread over seeds. */
    NONE("no trend"),
    /** All values are equal but for round-off: their range is below 1e-9 of the largest. */
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
   * The tests of a trend. It is claimed where the interval of ρ lies on one side of 0 and the
   * two-sided p of Jonckheere and Terpstra is below 0.05, on the same side. Numbers that are not
   * claimed upon are NaN.
   *
   * @param direction what is claimed
   * @param trials n, those with a value
   * @param seeds how many independent draws they are: their splits where there are several, else
   *     their seeds
   * @param spearman ρ of quantity and temperature
   * @param interval its 95 % interval by the bootstrap over these
   * @param jonckheere J, pairs in which the higher temperature has the higher value
   * @param expected J without a trend
   * @param pValue of J, two-sided
   * @param exact whether p is exact; by the normal approximation otherwise
   * @param sentence all that in words
   */
  public record Tested(
      Direction direction,
      int trials,
      int seeds,
      double spearman,
      ConfidenceInterval interval,
      double jonckheere,
      double expected,
      double pValue,
      boolean exact,
      String sentence) {}
}
