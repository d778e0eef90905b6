package org.shiftscope.ui.figure;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.ui.chart.Axis;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;

/** The share of time in the right basin against temperature. */
final class OccupationFigure {

  private OccupationFigure() {}

  static Figure of(SteadyStateSeen seen) {
    var basins = seen.theory().basins();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Curve("Eq. 5", 0, Stroke.SOLID, basins.temperatures(), basins.rightEq5()));
    layers.add(new Curve("Eq. 6", 2, Stroke.DASHED, basins.temperatures(), basins.rightEq6()));
    if (!seen.trials().isEmpty()) {
      layers.add(
          SteadyStateSeen.against(
              "SGD",
              1,
              seen.trials(),
              trial -> trial.basins().right(),
              trial -> trial.basins().rightError()));
    }
    return new Figure(
        "occupation",
        "Occupation of the right basin",
        "w_k ∝ exp(−(2/T) v_k) (v_k″)^(−1/2)",
        seen.without("The share of time that SGD spends in the deeper basin falls as T rises."),
        SteadyStateSeen.TEMPERATURE,
        Axis.linear("Probability"),
        layers,
        List.of());
  }
}
