package org.shiftscope.ui.kind.sweep;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.finding.SayTimes;
import org.shiftscope.compute.result.TemperatureTrend.Mean;
import org.shiftscope.compute.spec.FlowTime;
import org.shiftscope.compute.spec.TemperatureSweep;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.kind.Results;
import org.shiftscope.ui.kind.TemperatureAxis;
import org.shiftscope.ui.kind.Trends;

/**
 * What a sweep measured against the temperature, mean and spread over seeds and every trial that
 * counts (Figs 1 to 3 of the paper).
 */
final class TrendFigures {

  private static final String SPREAD = "± one standard deviation over trials of equal T";

  /** Of all figures, told with the first. */
  private static final String PAIRED =
      " Here and below: a seed has the same start and the same shuffles at every temperature, so trials of one seed are pairs:"
          + " the tests take whole seeds, and bars over seeds say less than differences within a seed. Hollow dots: capped, or"
          + " counted only on request.";

  private TrendFigures() {}

  static List<Figure> of(TemperatureSweep sweep, Results results) {
    FigureAxis x = TemperatureAxis.of(sweep.temperatures());
    Trends trends = Trends.of(sweep, results);
    List<Subject> subjects = Subject.of(sweep);
    return subjects.stream()
        .map(
            subject ->
                of(subject, subject == subjects.getFirst() ? PAIRED + times(sweep) : "", x, trends))
        .toList();
  }

  /** Where flows are measured at one time, another may tell otherwise. */
  private static String times(TemperatureSweep sweep) {
    List<FlowTime> times = sweep.refinement().flowTimes();
    return switch (times.size()) {
      case 0 -> "";
      case 1 -> " All at one flow time, " + SayTimes.one(times.getFirst()) + ".";
      default ->
          " All at the last flow time, "
              + SayTimes.one(times.getLast())
              + "; the tab Flow times has the others.";
    };
  }

  private static Figure of(Subject subject, String more, FigureAxis x, Trends trends) {
    List<Layer> layers = new ArrayList<>();
    for (int colour = 0; colour < subject.trends.size(); colour++) {
      String id = subject.trends.get(colour);
      String title = trends.trend(id).title();
      layers.add(new Dots(title, colour, Style.JOINED, trends.means(id, Mean::deviation, SPREAD)));
      layers.add(new Dots(title, colour, Style.PALE, trends.trials(id, "").withoutBars()));
    }
    return new Figure(
        new Caption(subject.id, subject.title, subject.formula, subject.explanation + more),
        x,
        FigureAxis.linear(subject.unit),
        layers);
  }
}
