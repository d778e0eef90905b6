package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.wording.FormatNumber;

/** The density of one parameter: Eq. 5, and the time that SGD spent. */
final class SteadyDensityFigure {

  private SteadyDensityFigure() {}

  static Figure of(SteadyStateSeen seen) {
    var basins = seen.theory().basins();
    List<Layer> layers = new ArrayList<>();
    List<Figure.Mark> marks = new ArrayList<>();
    seen.nearest(basins.temperature())
        .ifPresent(
            trial -> {
              layers.add(
                  new Figure.Histogram(
                      "SGD, T = "
                          + FormatNumber.significant(trial.run().temperature())
                          + ", B = "
                          + trial.run().batchSize(),
                      1,
                      trial.basins().edges(),
                      trial.basins().density()));
              String[] names = {"left", "barrier", "right"};
              for (int i = 0; i < names.length; i++) {
                marks.add(new Figure.Mark(trial.basins().stationary().get(i), names[i]));
              }
            });
    layers.add(
        new Curve(
            "Eq. 5, T = " + FormatNumber.significant(basins.temperature()),
            0,
            Stroke.SOLID,
            basins.theta(),
            basins.density()));
    return new Figure(
        new Caption(
            "density",
            "Density of the steady state",
            "p(\\theta) = Z^{-1} e^{-2 v(\\theta) / T}, \\quad v = \\int L^{\\prime} / c \\, d\\theta + \\tfrac T2 \\ln c",
            seen.nearest(basins.temperature())
                .map(
                    trial ->
                        "Total variation distance "
                            + FormatNumber.significant(trial.basins().distance())
                            + " ± "
                            + FormatNumber.significant(trial.basins().distanceError())
                            + "; a perfect sample of this size would have "
                            + FormatNumber.significant(trial.basins().distanceOfPerfectSample())
                            + ".")
                .orElse("c(θ) is that of the samples, not a constant.")),
        FigureAxis.linear("θ"),
        FigureAxis.linear("p(θ)"),
        layers,
        marks);
  }
}
