package org.shiftscope.ui.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.storage.Trial;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * The results of an experiment by temperature.
 *
 * @param all in the order of the trials
 * @param temperatureOf the temperature of a trial
 */
public record ResultsOf<R>(List<Numbered<R>> all, IntToDoubleFunction temperatureOf) {

  /** What bars over seeds are. */
  public static final String OVER_SEEDS = "± one standard error of the mean over seeds";

  public ResultsOf {
    all = List.copyOf(all);
  }

  /** A result with its trial's number. */
  public record Numbered<R>(int trial, R result) {}

  /** The results of one type. */
  public static <R extends TrialResult> ResultsOf<R> of(
      List<Trial> trials, Class<R> type, IntToDoubleFunction temperatureOf) {
    return new ResultsOf<>(
        trials.stream()
            .filter(trial -> trial.result().filter(type::isInstance).isPresent())
            .map(trial -> new Numbered<>(trial.number(), type.cast(trial.result().orElseThrow())))
            .toList(),
        temperatureOf);
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those at one temperature. */
  public List<R> at(double temperature) {
    return all.stream()
        .filter(found -> temperatureOf.applyAsDouble(found.trial()) == temperature)
        .map(Numbered::result)
        .toList();
  }

  /** One point for each trial against its temperature. */
  public Points points(ToDoubleFunction<R> value, ToDoubleFunction<R> half, String meaning) {
    return Points.at(
            series(one -> temperatureOf.applyAsDouble(one.trial())),
            series(one -> value.applyAsDouble(one.result())),
            series(one -> half.applyAsDouble(one.result())),
            meaning)
        .of(origins());
  }

  /** The trials, with their temperatures. */
  public List<Points.Origin> origins() {
    return all.stream().map(one -> new Points.Origin(one.trial(), label(one.trial()))).toList();
  }

  /**
   * One dot for each temperature: the mean over its seeds, and the standard error of that mean
   * where there are several.
   */
  public Dots dots(String title, int colour, ToDoubleFunction<R> value) {
    SequencedMap<Double, StreamingStatistics> found = new TreeMap<>();
    for (Numbered<R> one : all) {
      found
          .computeIfAbsent(
              temperatureOf.applyAsDouble(one.trial()), temperature -> new StreamingStatistics())
          .addValue(value.applyAsDouble(one.result()));
    }
    List<Double> x = new ArrayList<>(found.keySet());
    return new Dots(
        title,
        colour,
        Points.at(
            new Series(x),
            new Series(found.values().stream().map(StreamingStatistics::getMean).toList()),
            new Series(found.values().stream().map(ResultsOf::error).toList()),
            OVER_SEEDS));
  }

  /** The standard error of a mean; 0 for one value alone. */
  public static double error(StreamingStatistics values) {
    return values.getN() < 2 ? 0 : values.getStandardDeviation() / Math.sqrt(values.getN());
  }

  private String label(int trial) {
    return "T = " + FormatNumber.significant(temperatureOf.applyAsDouble(trial));
  }

  private Series series(ToDoubleFunction<Numbered<R>> value) {
    return Series.of(all.stream().mapToDouble(value).toArray());
  }
}
