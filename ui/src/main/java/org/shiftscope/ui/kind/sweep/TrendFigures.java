package org.shiftscope.ui.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.Points;
import org.shiftscope.ui.kind.TemperatureAxis;

/**
 * What a sweep measured against the temperature, mean and spread over seeds and every trial (Figs 1
 * to 3 of the paper).
 */
final class TrendFigures {

  private static final String SPREAD = "± one standard deviation over seeds";

  private TrendFigures() {}

  static List<Figure> of(TemperatureSweep sweep, List<MeasuredTrial> trials) {
    Axis x = TemperatureAxis.of(sweep.temperatures());
    return trials.isEmpty()
        ? List.of()
        : Subject.of(sweep).stream().map(subject -> of(subject, x, trials)).toList();
  }

  private static Figure of(Subject subject, Axis x, List<MeasuredTrial> trials) {
    List<Layer> layers = new ArrayList<>();
    for (int colour = 0; colour < subject.quantities.size(); colour++) {
      Quantity quantity = subject.quantities.get(colour);
      Trend trend = Trend.of(quantity, trials);
      layers.add(new Dots(quantity.title(), colour, Style.JOINED, means(trend)));
      layers.add(new Dots(quantity.title(), colour, Style.PALE, points(quantity, trend.trials())));
    }
    return new Figure(
        new Caption(subject.id, subject.title, subject.formula, subject.explanation),
        x,
        Axis.linear(subject.unit),
        layers);
  }

  private static Points means(Trend trend) {
    return Points.at(
        of(trend.means(), Trend.Mean::temperature),
        of(trend.means(), Trend.Mean::mean),
        of(trend.means(), Trend.Mean::deviation),
        SPREAD);
  }

  private static Points points(Quantity quantity, List<MeasuredTrial> trials) {
    return Points.at(
            of(trials, MeasuredTrial::temperature),
            of(trials, trial -> quantity.of(trial.result())))
        .of(trials.stream().map(MeasuredTrial::origin).toList());
  }

  private static <E> Series of(List<E> all, ToDoubleFunction<E> number) {
    return Series.of(all.stream().mapToDouble(number).toArray());
  }
}
