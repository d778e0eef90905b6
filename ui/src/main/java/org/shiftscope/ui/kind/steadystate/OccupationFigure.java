package org.shiftscope.ui.kind.steadystate;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Range;

/** The share of time in the right basin against temperature. */
final class OccupationFigure {

  private OccupationFigure() {}

  static Figure of(SteadyStateSeen seen) {
    var basins = seen.theory().basins();
    List<Layer> layers = new ArrayList<>();
    layers.add(new Curve("Eq. 5", 0, Stroke.SOLID, basins.temperatures(), basins.rightEq5()));
    layers.add(new Curve("Eq. 6", 2, Stroke.DASHED, basins.temperatures(), basins.rightEq6()));
    if (!seen.trends().isEmpty()) {
      layers.add(seen.against("SGD", 1, "right-basin"));
    }
    return new Figure(
        new Caption(
            "occupation",
            "Occupation of the right basin",
            "w_k \\propto e^{-2 v_k / T} (v_k^{\\prime\\prime})^{-1/2}",
            seen.without(
                "The share of time that SGD spends in the deeper basin falls as T rises.")),
        seen.temperatureAxis(),
        FigureAxis.linear("Probability").over(Range.OF_PROBABILITIES),
        layers);
  }
}
