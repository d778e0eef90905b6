package org.shiftscope.ui.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.ShiftMeasurement;
import org.shiftscope.compute.result.SweepFindings;
import org.shiftscope.compute.result.TemperatureTrend;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.ResultsOf;
import org.shiftscope.ui.kind.TemperatureAxis;

/**
 * What a sweep measured against the temperature, mean and spread over seeds and every trial that
 * counts (Figs 1 to 3 of the paper).
 */
final class TrendFigures {

  private static final String SPREAD = "± one standard deviation over seeds";

  private TrendFigures() {}

  static List<Figure> of(TemperatureSweep sweep, SweepFindings found, Results results) {
    FigureAxis x = TemperatureAxis.of(sweep.temperatures());
    var counted = ResultsOf.of(results, ShiftMeasurement.class, sweep);
    return Subject.of(sweep).stream().map(subject -> of(subject, x, found, counted)).toList();
  }

  private static Figure of(
      Subject subject, FigureAxis x, SweepFindings found, ResultsOf<ShiftMeasurement> counted) {
    List<Layer> layers = new ArrayList<>();
    for (int colour = 0; colour < subject.trends.size(); colour++) {
      String id = subject.trends.get(colour);
      TemperatureTrend trend =
          found.trends().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
      layers.add(new Dots(trend.title(), colour, Style.JOINED, means(trend)));
      layers.add(
          new Dots(
              trend.title(),
              colour,
              Style.PALE,
              Points.at(counted.temperatures(), trend.values()).of(counted.origins())));
    }
    return new Figure(
        new Caption(subject.id, subject.title, subject.formula, subject.explanation),
        x,
        FigureAxis.linear(subject.unit),
        layers);
  }

  private static Points means(TemperatureTrend trend) {
    return Points.at(
        of(trend, Mean::temperature), of(trend, Mean::mean), of(trend, Mean::deviation), SPREAD);
  }

  private static Series of(TemperatureTrend trend, ToDoubleFunction<Mean> number) {
    return Series.of(trend.temperatures().stream().mapToDouble(number).toArray());
  }
}
