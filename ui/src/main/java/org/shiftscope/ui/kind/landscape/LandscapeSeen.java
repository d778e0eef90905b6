package org.shiftscope.ui.kind.landscape;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.LandscapeTheory;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Mark;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.kind.ResultsOf;
import org.shiftscope.ui.kind.Trends;
import org.shiftscope.ui.wording.FormatNumber;

/**
 * A landscape as its figures see it.
 *
 * @param theory what theory says at the temperature looked at
 * @param simulations those of the trials that count
 * @param trends what was found over them
 * @param constantNoise whether c(x) is the same everywhere
 */
record LandscapeSeen(
    LandscapeTheory theory,
    ResultsOf<LandscapeSimulation> simulations,
    Trends trends,
    boolean constantNoise) {

  static final FigureAxis X = FigureAxis.linear("parameter x");
  static final FigureAxis T = FigureAxis.logarithmic("temperature T");
  static final FigureAxis LOSS = FigureAxis.linear("loss");
  static final int TRAIN = 0;
  static final int TEST = 1;
  static final int OTHER = 2;

  /** A line over x. */
  Curve curve(String title, int colour, Series y) {
    return new Curve(title, colour, Stroke.SOLID, theory.curves().x(), y);
  }

  /** What the walkers found against temperature, with its error; empty before the first has. */
  Optional<Layer> dots(String title, int colour, String trend) {
    return trends.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Dots(
                title, colour, trends.trials(trend, "± one standard error of the walkers' mean")));
  }

  /** Where basins meet. */
  List<Mark> boundaries() {
    return theory.basins().stream().skip(1).map(basin -> new Mark(basin.from(), "")).toList();
  }

  /** The temperature looked at, where figures go against temperature. */
  List<Mark> looked() {
    return List.of(
        new Mark(theory.temperature(), "T = " + FormatNumber.significant(theory.temperature())));
  }
}
