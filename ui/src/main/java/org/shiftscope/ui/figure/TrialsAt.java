package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.StreamingStatistics;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.figure.Figures.Numbered;

/**
 * The results of an experiment by temperature.
 *
 * @param all in the order of the trials
 * @param temperatureOf the temperature of a trial
 */
record TrialsAt<R>(List<Numbered<R>> all, IntToDoubleFunction temperatureOf) {

  /** Those at one temperature. */
  List<R> at(double temperature) {
    return all.stream()
        .filter(found -> temperatureOf.applyAsDouble(found.trial()) == temperature)
        .map(Numbered::result)
        .toList();
  }

  /**
   * One dot for each temperature: the mean over its seeds, and the standard error of that mean
   * where there are several.
   */
  Dots dots(String title, int colour, ToDoubleFunction<R> value) {
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
        new Series(x),
        new Series(found.values().stream().map(StreamingStatistics::getMean).toList()),
        new Series(found.values().stream().map(TrialsAt::error).toList()));
  }

  /** The standard error of a mean; 0 for one value alone. */
  static double error(StreamingStatistics values) {
    return values.getN() < 2 ? 0 : values.getStandardDeviation() / Math.sqrt(values.getN());
  }
}
