package org.shiftscope.ui.chart;

import java.util.List;
import java.util.OptionalInt;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws a {@link Figure}. */
public final class DrawFigure {

  /** The quiet ink of helping lines, readable on light and dark. */
  static final String INK = "#8896a8";

  private DrawFigure() {}

  /**
   * The ECharts option.
   *
   * @param chosen the trial whose points stand out
   */
  public static ObjectNode option(Figure figure, OptionalInt chosen) {
    ObjectNode option = StartOption.of(figure);
    List<Layer> layers = figure.layers();
    if (layers.stream().noneMatch(Dots.class::isInstance)) {
      sweepOver(option, figure);
    }
    option.put("note", Notation.chart(figure.note()));
    var draw = new DrawLayer(chosen);
    ArrayNode series = option.withArray("series");
    for (int i = 0; i < layers.size(); i++) {
      draw.layer(i, layers.get(i), series);
    }
    layers.stream()
        .filter(HeatMap.class::isInstance)
        .map(HeatMap.class::cast)
        .findFirst()
        .ifPresent(map -> DrawHeatMap.complete(option, map));
    if (!figure.marks().isEmpty() && !series.isEmpty()) {
      option.put("marked", true);
      marks((ObjectNode) series.get(0), figure.marks());
    }
    return option;
  }

  /** Curves alone fill their width, and tell all their values at the pointer. */
  private static void sweepOver(ObjectNode option, Figure figure) {
    if (figure.x().ticks().isEmpty() && figure.x().range().isEmpty()) {
      ((ObjectNode) option.get("xAxis")).put("min", "dataMin").put("max", "dataMax");
    }
    ((ObjectNode) option.get("tooltip")).put("trigger", "axis");
  }

  private static void marks(ObjectNode series, List<Figure.Mark> marks) {
    ObjectNode line = series.putObject("markLine").put("silent", true).put("symbol", "none");
    line.put("animation", false);
    line.putObject("lineStyle").put("color", INK).put("type", "solid").put("width", 1);
    line.putObject("label").put("formatter", "{b}").put("color", INK).put("fontSize", 11);
    ArrayNode data = line.putArray("data");
    marks.forEach(
        mark -> data.addObject().put("xAxis", mark.x()).put("name", Notation.chart(mark.title())));
  }
}
