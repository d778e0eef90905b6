package org.shiftscope.ui.kind.landscape;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.LandscapeSimulation;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.wording.FormatNumber;

/** The density over x: Eq. 5, the walkers and the Fokker-Planck equation. */
final class LandscapeDensityFigure {

  private LandscapeDensityFigure() {}

  static Figure of(LandscapeSeen seen) {
    List<Layer> layers = new ArrayList<>();
    List<LandscapeSimulation> here = seen.simulations().at(seen.theory().temperature());
    for (LandscapeSimulation one : here) {
      layers.add(
          new Histogram(
              "Walkers", LandscapeSeen.OTHER, one.density().edges(), one.density().walkers()));
    }
    if (!here.isEmpty()) {
      LandscapeSimulation one = here.getFirst();
      layers.add(
          new Curve(
              "Fokker–Planck",
              LandscapeSeen.TEST,
              Stroke.DASHED,
              centres(one.density().edges()),
              one.density().fokkerPlanck()));
    }
    layers.add(
        seen.curve("Steady state, Eq. 5", LandscapeSeen.TRAIN, seen.theory().curves().density()));
    return new Figure(
        new Caption(
            "density",
            "Density of the parameter at T = "
                + FormatNumber.significant(seen.theory().temperature()),
            "p(x) = Z^{-1} e^{-2 v(x) / T}",
            here.isEmpty()
                ? "Where SGD is to be found in its steady state."
                : here.getFirst().sentence()),
        LandscapeSeen.X,
        FigureAxis.linear("probability per length"),
        layers,
        seen.boundaries());
  }

  private static Series centres(Series edges) {
    return Series.of(
        IntStream.range(1, edges.size())
            .mapToDouble(i -> (edges.get(i - 1) + edges.get(i)) / 2)
            .toArray());
  }
}
