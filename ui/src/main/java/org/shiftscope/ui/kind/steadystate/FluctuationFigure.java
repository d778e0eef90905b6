package org.shiftscope.ui.kind.steadystate;

import java.util.List;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.SteadyStateFindings.Arrival;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;

/** The two fluctuation-dissipation ratios against flow time. */
final class FluctuationFigure {

  private static final String OVER_TRIALS = "± one standard error of the mean over trials";

  private FluctuationFigure() {}

  static Figure of(SteadyStateSeen seen, Arrival arrival) {
    Series time = arrival.flowTime();
    return new Figure(
        new Caption(
            "fluctuation-dissipation",
            "Arrival in the steady state",
            "\\mathbb E [\\theta \\cdot \\nabla L] \\big/ \\tfrac T2 \\mathbb E \\operatorname{tr} C, \\quad \\mathbb E \\lVert \\nabla L \\rVert^2 \\big/ \\tfrac T2 \\mathbb E \\operatorname{tr} H C",
            seen.without(
                "Both ratios are 0 at the minimum, from which SGD starts, and 1 in the steady state. A"
                    + " dot is the mean over a stretch of the run and over the trials; where SGD"
                    + " relaxes within the first stretch, dots scatter about 1 from the first on.")),
        FigureAxis.logarithmic("Flow time η · steps"),
        FigureAxis.linear("Ratio"),
        List.of(
            new Curve(
                "1",
                2,
                Stroke.DASHED,
                Series.of(time.get(0), time.get(time.size() - 1)),
                Series.of(1, 1)),
            new Dots(
                "First", 0, Points.at(time, arrival.first(), arrival.firstError(), OVER_TRIALS)),
            new Dots(
                "Second",
                1,
                Points.at(time, arrival.second(), arrival.secondError(), OVER_TRIALS))),
        seen.spec().burnIn() > 0
            ? List.of(new Figure.Mark(seen.spec().burnIn(), "burn-in ends"))
            : List.of());
  }
}
