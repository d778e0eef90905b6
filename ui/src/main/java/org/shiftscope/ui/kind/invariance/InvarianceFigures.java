package org.shiftscope.ui.kind.invariance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** How ids of a basin's terms end. */
  private static final Pattern BASIN = Pattern.compile("-([0-9]+)$");

  private InvarianceFigures() {}

  static List<Figure> of(InvarianceMeasurement found, Coordinate coordinate) {
    List<Figure> figures = new ArrayList<>();
    for (int map = 0; map < found.maps().size(); map++) {
      if (!found.maps().get(map).order().isEmpty()) {
        figures.addAll(orders(map, found.maps().get(map), coordinate));
      }
    }
    return figures;
  }

  /**
   * A figure for each basin of a landscape, where there are some: all in one have no colours left.
   */
  private static List<Figure> orders(int number, InOtherCoordinates map, Coordinate coordinate) {
    Map<String, List<Approach>> byBasin = new LinkedHashMap<>();
    for (Approach term : map.order()) {
      Matcher basin = BASIN.matcher(term.id());
      byBasin.computeIfAbsent(basin.find() ? basin.group(1) : "", _ -> new ArrayList<>()).add(term);
    }
    return byBasin.entrySet().stream()
        .map(entry -> order(number, map, coordinate, new OfBasin(entry.getKey(), entry.getValue())))
        .toList();
  }

  /**
   * Terms that are drawn together.
   *
   * @param basin the number of their basin; empty for terms of none
   */
  private record OfBasin(String basin, List<Approach> terms) {

    String id() {
      return basin.isEmpty() ? "" : "-basin-" + basin;
    }

    String title() {
      return basin.isEmpty() ? "" : ", basin " + basin;
    }
  }

  /** What became of the terms is said below the map's table. */
  private static Figure order(
      int number, InOtherCoordinates map, Coordinate coordinate, OfBasin shown) {
    List<Layer> layers = new ArrayList<>();
    for (Approach term : shown.terms()) {
      layers.add(dots(term.title(), layers.size(), term.scale(), term.corrected()));
    }
    if (coordinate.corrected()) {
      Approach curvature = shiftCurvature(map);
      layers.add(dots(RAW, layers.size(), curvature.scale(), curvature.change()));
    }
    return new Figure(
        new Caption(
            "order-" + (number + 1) + shown.id(),
            "Order in the shift: " + map.map() + shown.title(),
            coordinate.formula(),
            coordinate.explanation()),
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
