package org.shiftscope.ui.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.TrialResult;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Points;

/**
 * The results that count, by temperature: the same that findings are made of.
 *
 * @param all in the order of the trials
 */
public record ResultsOf<R>(List<Counted<R>> all) {

  /** What bars over seeds are. */
  public static final String OVER_SEEDS = "± one standard error of the mean over seeds";

  public ResultsOf {
    all = List.copyOf(all);
  }

  /** A result with where it stands and comes from. */
  public record Counted<R>(double temperature, Points.Origin origin, R result) {}

  /** The results of one type. */
  public static <R extends TrialResult> ResultsOf<R> of(
      Results results, Class<R> type, ExperimentSpec spec) {
    var origins = new Origins(spec, results);
    return new ResultsOf<>(
        results.counted().stream()
            .filter(trial -> trial.result().filter(type::isInstance).isPresent())
            .map(
                trial ->
                    new Counted<>(
                        spec.temperatureOf(trial.number()),
                        origins.of(trial.number()),
                        type.cast(trial.result().orElseThrow())))
            .toList());
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** Those at one temperature. */
  public List<R> at(double temperature) {
    return all.stream()
        .filter(found -> found.temperature() == temperature)
        .map(Counted::result)
        .toList();
  }

  /** One point for each trial against its temperature. */
  public Points points(ToDoubleFunction<R> value, ToDoubleFunction<R> half, String meaning) {
    return Points.at(
            temperatures(),
            series(one -> value.applyAsDouble(one.result())),
            series(one -> half.applyAsDouble(one.result())),
            meaning)
        .of(origins());
  }

  /** The temperatures. Shape [counted]. */
  public Series temperatures() {
    return series(Counted::temperature);
  }

  /** The trials, with what sets them apart. */
  public List<Points.Origin> origins() {
    return all.stream().map(Counted::origin).toList();
  }

  /**
   * One dot for each temperature: the mean over its seeds, and the standard error of that mean
   * where there are several.
   */
  public Dots dots(String title, int colour, ToDoubleFunction<R> value) {
    SequencedMap<Double, StreamingStatistics> found = new TreeMap<>();
    for (Counted<R> one : all) {
      found
          .computeIfAbsent(one.temperature(), temperature -> new StreamingStatistics())
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

  private Series series(ToDoubleFunction<Counted<R>> value) {
    return Series.of(all.stream().mapToDouble(value).toArray());
  }
}
