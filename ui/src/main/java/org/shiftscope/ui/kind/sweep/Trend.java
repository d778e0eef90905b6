package org.shiftscope.ui.kind.sweep;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * One quantity against the temperature.
 *
 * @param means mean and spread over seeds, by ascending temperature
 * @param trials those that have it, in their order
 */
record Trend(List<Mean> means, List<MeasuredTrial> trials) {

  Trend {
    means = List.copyOf(means);
    trials = List.copyOf(trials);
  }

  /**
   * Mean over seeds.
   *
   * @param temperature T
   * @param mean mean of the trials' values
   * @param deviation their sample standard deviation (n − 1); 0 for one trial
   * @param trials how many
   */
  record Mean(double temperature, double mean, double deviation, int trials) {}

  static Trend of(Quantity quantity, List<MeasuredTrial> trials) {
    List<MeasuredTrial> finite =
        trials.stream().filter(trial -> Double.isFinite(quantity.of(trial.result()))).toList();
    Map<Double, List<MeasuredTrial>> byTemperature =
        finite.stream()
            .collect(
                Collectors.groupingBy(
                    MeasuredTrial::temperature, TreeMap::new, Collectors.toList()));
    return new Trend(
        byTemperature.entrySet().stream()
            .map(entry -> mean(entry.getKey(), quantity, entry.getValue()))
            .toList(),
        finite);
  }

  private static Mean mean(double temperature, Quantity quantity, List<MeasuredTrial> trials) {
    var statistics = new StreamingStatistics();
    trials.forEach(trial -> statistics.addValue(quantity.of(trial.result())));
    return new Mean(
        temperature, statistics.getMean(), statistics.getStandardDeviation(), trials.size());
  }
}
