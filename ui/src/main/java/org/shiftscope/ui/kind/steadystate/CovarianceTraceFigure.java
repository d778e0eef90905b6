package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;

/** The trace of the covariance against temperature. */
final class CovarianceTraceFigure {

  private CovarianceTraceFigure() {}

  static Figure of(SteadyStateSeen seen) {
    List<Layer> layers = new ArrayList<>();
    layers.add(seen.line("Theory", 0, Stroke.SOLID, seen.theory().covarianceTracePerTemperature()));
    for (int b = 0; !seen.trends().isEmpty() && b < seen.spec().batchSizes().size(); b++) {
      int batchSize = seen.spec().batchSizes().get(b);
      seen.against("B = " + batchSize, b + 1, "covariance-trace", batchSize).ifPresent(layers::add);
    }
    return new Figure(
        new Caption(
            "covariance-trace",
            "Spread of the parameters",
            "\\operatorname{tr} \\Sigma = \\tfrac T2 \\sum_i C_{ii} / h_i, \\text{ from } H \\Sigma + \\Sigma H = T C",
            seen.without(
                "To first order in T the covariance of θ grows in proportion to it, and depends on η and B"
                    + " through T alone while η is small."
                    + (seen.theory().basins().two() ? " That of the right basin alone." : ""))),
        seen.temperatureAxis(),
        FigureAxis.logarithmic("tr Σ (θ²)"),
        layers);
  }
}
