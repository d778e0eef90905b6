package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/**
 * One quantity against the temperature.
 *
 * @param quantity what is drawn
 * @param means mean and spread over seeds, by ascending temperature
 * @param points every trial, in the order of the trials
 */
public record Trend(Quantity quantity, List<Mean> means, List<Point> points) {

  public Trend {
    means = List.copyOf(means);
    points = List.copyOf(points);
  }

  /**
   * Mean over seeds.
   *
   * @param temperature T
   * @param mean mean of the trials' values
   * @param deviation their sample standard deviation (n − 1); 0 for one trial
   * @param trials how many
   */
  public record Mean(double temperature, double mean, double deviation, int trials) {}

  /** One trial's value. */
  public record Point(int trial, double temperature, long seed, double value) {}

  static Trend of(Quantity quantity, List<MeasuredTrial> trials) {
    List<Point> points =
        trials.stream()
            .map(trial -> point(quantity, trial))
            .filter(point -> Double.isFinite(point.value()))
            .toList();
    Map<Double, List<Point>> byTemperature =
        points.stream()
            .collect(Collectors.groupingBy(Point::temperature, TreeMap::new, Collectors.toList()));
    List<Mean> means =
        byTemperature.entrySet().stream()
            .map(entry -> mean(entry.getKey(), entry.getValue()))
            .toList();
    return new Trend(quantity, means, points);
  }

  private static Point point(Quantity quantity, MeasuredTrial trial) {
    return new Point(
        trial.number(), trial.temperature(), trial.seed(), quantity.of(trial.result()));
  }

  private static Mean mean(double temperature, List<Point> points) {
    var statistics = new StreamingStatistics();
    points.forEach(point -> statistics.addValue(point.value()));
    return new Mean(
        temperature, statistics.getMean(), statistics.getStandardDeviation(), points.size());
  }
}
