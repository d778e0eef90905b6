package org.shiftscope.ui.kind.invariance;

import java.util.ArrayList;
import java.util.List;
import org.shiftscope.compute.result.InvarianceMeasurement;
import org.shiftscope.compute.result.InvarianceMeasurement.Approach;
import org.shiftscope.compute.result.InvarianceMeasurement.InOtherCoordinates;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.Figure.Caption;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.chart.FigureAxis;
import org.shiftscope.ui.chart.Points;

/** How the terms of curved maps approach those in θ as the shift shrinks. */
final class InvarianceFigures {

  private static final String RAW = "½ sᵀHs with gᵀ∂²θ left in";

  private InvarianceFigures() {}

  static List<Figure> of(InvarianceMeasurement found, Coordinate coordinate) {
    List<Figure> figures = new ArrayList<>();
    for (int map = 0; map < found.maps().size(); map++) {
      if (!found.maps().get(map).order().isEmpty()) {
        figures.add(order(map, found.maps().get(map), coordinate));
      }
    }
    return figures;
  }

  private static Figure order(int number, InOtherCoordinates map, Coordinate coordinate) {
    List<Layer> layers = new ArrayList<>();
    for (Approach term : map.order()) {
      layers.add(dots(term.title(), layers.size(), term.scale(), term.corrected()));
    }
    if (coordinate.corrected()) {
      Approach curvature = shiftCurvature(map);
      layers.add(dots(RAW, layers.size(), curvature.scale(), curvature.change()));
    }
    return new Figure(
        new Caption(
            "order-" + (number + 1),
            "Order in the shift: " + map.map(),
            coordinate.formula(),
            map.sentence() + coordinate.explanation()),
        FigureAxis.logarithmic("h"),
        FigureAxis.logarithmic("Relative change"),
        layers);
  }

  private static Approach shiftCurvature(InOtherCoordinates map) {
    return map.order().stream()
        .filter(term -> term.id().equals("shift-curvature"))
        .findFirst()
        .orElseThrow();
  }

  private static Dots dots(String title, int colour, Series scale, Series change) {
    return new Dots(
        title,
        colour,
        Style.JOINED,
        Points.at(
            new Series(scale.values().reversed()),
            new Series(change.values().reversed().stream().map(Math::abs).toList())));
  }
}
