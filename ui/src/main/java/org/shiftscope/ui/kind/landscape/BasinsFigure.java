package org.shiftscope.ui.kind.landscape;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.LandscapeTheory.AgainstTemperature;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Range;
import org.shiftscope.ui.wording.FormatNumber;

/** The probability of each basin against temperature, and Laplace's (Eq. 6). */
final class BasinsFigure {

  private BasinsFigure() {}

  static Figure of(LandscapeSeen seen) {
    AgainstTemperature against = seen.theory().against();
    List<Layer> layers = new ArrayList<>();
    for (int k = 0; k < seen.theory().basins().size(); k++) {
      String name = "x = " + FormatNumber.significant(seen.theory().basins().get(k).minimum());
      layers.add(
          new Curve(name, k, Stroke.SOLID, against.temperature(), against.probability().get(k)));
      layers.add(
          new Curve(
              name + ", Laplace",
              k,
              Stroke.DASHED,
              against.temperature(),
              against.laplaceWeight().get(k)));
      seen.dots(name + ", walkers", k, "basin-" + (k + 1)).ifPresent(layers::add);
    }
    return new Figure(
        new Caption(
            "basins",
            "Probability of each basin",
            "w_k = \\int_{\\text{basin}} p\\, dx; \\quad \\text{Laplace (Eq. 6): } w_k \\propto e^{-2 v_k / T} (v_k^{\\prime\\prime})^{-1/2}",
            "As T rises, probability moves from the lowest basin to the wider ones. Laplace's approximation holds while T is small."),
        LandscapeSeen.T,
        FigureAxis.linear("probability").over(Range.OF_PROBABILITIES),
        layers,
        seen.looked());
  }
}
