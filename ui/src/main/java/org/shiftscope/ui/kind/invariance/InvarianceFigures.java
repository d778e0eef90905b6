package org.shiftscope.ui.kind.invariance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  private static final String RAW = ", gᵀ∂²θ left in";

  private InvarianceFigures() {}

  static List<Figure> of(InvarianceMeasurement found) {
    List<Figure> figures = new ArrayList<>();
    for (int map = 0; map < found.maps().size(); map++) {
      if (!found.maps().get(map).order().isEmpty()) {
        figures.add(order(map, found.maps().get(map)));
      }
    }
    return figures;
  }

  private static Figure order(int number, InOtherCoordinates map) {
    List<Layer> layers = new ArrayList<>();
    Set<String> hidden = new HashSet<>();
    for (Approach term : map.order()) {
      int colour = layers.size() / 2;
      layers.add(dots(term.title(), colour, term.scale(), term.corrected()));
      layers.add(dots(term.title() + RAW, colour, term.scale(), term.change()));
      hidden.add(term.title() + RAW);
    }
    return new Figure(
            new Caption(
                "order-" + (number + 1),
                "Order in the shift: " + map.map(),
                "\\left| \\frac{\\text{term in } \\varphi}{\\text{term in } \\theta} - 1 \\right|"
                    + " \\text{ at } \\theta_{te} + h\\,(\\theta - \\theta_{te})",
                map.sentence()
                    + " All points are moved towards the test point by h; a change that falls as h"
                    + " is of first order. The slope g adds Σ g_k ∂²θ_k to the Hessian in φ, and"
                    + " takes the same from gᵀs: it is no error, and is taken off here."),
            FigureAxis.logarithmic("h"),
            FigureAxis.logarithmic("Relative change"),
            layers)
        .hiding(hidden);
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
