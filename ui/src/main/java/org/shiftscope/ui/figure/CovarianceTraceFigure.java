package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.SteadyStateMeasurement;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;

/** The trace of the covariance against temperature. */
final class CovarianceTraceFigure {

  private CovarianceTraceFigure() {}

  static Figure of(SteadyStateSeen seen) {
    List<Layer> layers = new ArrayList<>();
    layers.add(seen.line("Theory", 0, Stroke.SOLID, seen.theory().covarianceTracePerTemperature()));
    for (int b = 0; b < seen.spec().batchSizes().size(); b++) {
      int batchSize = seen.spec().batchSizes().get(b);
      List<SteadyStateMeasurement> found =
          seen.trials().stream().filter(trial -> trial.run().batchSize() == batchSize).toList();
      if (!found.isEmpty()) {
        layers.add(
            SteadyStateSeen.against(
                "B = " + batchSize,
                b + 1,
                found,
                trial -> trial.covariance().trace(),
                trial -> trial.covariance().traceError()));
      }
    }
    return new Figure(
        "covariance-trace",
        "Spread of the parameters",
        "tr Σ = (T/2) Σ C_ii / h_i,  from HΣ + ΣH = T C",
        seen.without(
            "To first order in T the covariance of θ grows in proportion to it, and depends on η and B"
                + " through T alone while η is small."
                + (seen.theory().basins().two() ? " That of the right basin alone." : "")),
        SteadyStateSeen.TEMPERATURE,
        Axis.logarithmic("tr Σ (θ²)"),
        layers,
        List.of());
  }
}
