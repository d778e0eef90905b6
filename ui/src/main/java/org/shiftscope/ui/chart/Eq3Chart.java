package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * Eq. 3 of the paper: the test loss measured at θ_tr against L_te(θ_te) + ½ κ_te. On the identity
 * line the prediction is exact.
 *
 * @param x the prediction
 * @param y the measurement
 * @param groups one for each temperature, ascending
 * @param correlation Pearson's; empty below three trials, where it means nothing
 * @param low lower end of the identity line
 * @param high upper end of the identity line
 */
public record Eq3Chart(
    Axis x, Axis y, List<Group> groups, OptionalDouble correlation, double low, double high) {

  public Eq3Chart {
    groups = List.copyOf(groups);
  }

  /** The trials of one temperature, in their order. */
  public record Group(double temperature, List<Point> points) {
    public Group {
      points = List.copyOf(points);
    }
  }

  /** One trial. */
  public record Point(int trial, long seed, double predicted, double measured) {}

  /** The chart, from the trials that count. */
  public static Eq3Chart of(List<MeasuredTrial> trials) {
    Map<Double, List<MeasuredTrial>> byTemperature =
        trials.stream()
            .filter(trial -> Double.isFinite(trial.result().eq3().predictedByFit()))
            .filter(trial -> Double.isFinite(trial.result().eq3().testLossAtTrainPoint()))
            .collect(
                Collectors.groupingBy(
                    MeasuredTrial::temperature, TreeMap::new, Collectors.toList()));
    List<Group> groups =
        byTemperature.entrySet().stream()
            .map(
                entry ->
                    new Group(
                        entry.getKey(), entry.getValue().stream().map(Eq3Chart::point).toList()))
            .toList();
    List<Point> all = points(groups);
    return new Eq3Chart(
        Axis.linear("Predicted L_te(θ_te) + ½ κ_te (nats per sample)"),
        Axis.linear("Measured L_te(θ_tr) (nats per sample)"),
        groups,
        correlation(all),
        losses(all).min().orElse(0),
        losses(all).max().orElse(1));
  }

  /** Number of trials drawn. */
  public int trials() {
    return points(groups).size();
  }

  /** The correlation with the number of trials it is taken over, in words. */
  public String summary() {
    String trials = trials() + (trials() == 1 ? " trial" : " trials");
    return correlation.isPresent()
        ? String.format(
            Locale.ROOT, "Pearson correlation %.4f over %s", correlation.getAsDouble(), trials)
        : trials + "; a correlation needs three that differ";
  }

  private static List<Point> points(List<Group> groups) {
    return groups.stream().flatMap(group -> group.points().stream()).toList();
  }

  private static DoubleStream losses(List<Point> points) {
    return points.stream()
        .flatMapToDouble(point -> DoubleStream.of(point.predicted(), point.measured()));
  }

  private static Point point(MeasuredTrial trial) {
    return new Point(
        trial.number(),
        trial.seed(),
        trial.result().eq3().predictedByFit(),
        trial.result().eq3().testLossAtTrainPoint());
  }

  private static OptionalDouble correlation(List<Point> points) {
    if (points.size() < 3) {
      return OptionalDouble.empty();
    }
    var regression = new SimpleRegression();
    points.forEach(point -> regression.addData(point.predicted(), point.measured()));
    double r = regression.getR();
    return Double.isFinite(r) ? OptionalDouble.of(r) : OptionalDouble.empty();
  }
}
