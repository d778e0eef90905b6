package org.shiftscope.ui.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.HeatMap;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws values on a grid as coloured cells. */
final class DrawHeatMap {

  private DrawHeatMap() {}

  static ObjectNode cells(String id, HeatMap map) {
    ObjectNode series =
        StartOption.object()
            .put("id", id)
            .put("name", Notation.chart(map.title()))
            .put("type", "heatmap");
    // The axes are of categories, so cells are told by their places.
    ArrayNode data = series.putArray("data");
    int columns = map.x().size();
    for (int i = 0; i < map.values().size(); i++) {
      double value = map.values().get(i);
      ArrayNode cell = data.addArray().add(i % columns).add(i / columns);
      if (Double.isFinite(value)) {
        cell.add(value);
      } else {
        cell.add("-");
      }
    }
    return series;
  }

  /** Gives an option the axes and the scale of colours that cells need. */
  static void complete(ObjectNode option, HeatMap map) {
    categories((ObjectNode) option.get("xAxis"), map.x());
    categories((ObjectNode) option.get("yAxis"), map.y());
    double low = finite(map).min().orElse(0);
    double high = finite(map).max().orElse(1);
    double size = Math.max(Math.abs(low), Math.abs(high));
    ObjectNode scale = option.putObject("visualMap");
    scale
        .put("type", "continuous")
        .put("min", map.symmetric() ? -size : low)
        .put("max", map.symmetric() ? size : high)
        .put("calculable", true)
        .put("orient", "vertical")
        .put("right", 0)
        .put("top", "middle")
        .put("itemHeight", 160);
    ArrayNode colours = scale.putObject("inRange").putArray("color");
    (map.symmetric()
            ? List.of("#2c7bd6", "#b9d3ee", "#f4f4f4", "#f3c2ab", "#d1495b")
            : List.of("#10243e", "#2c7bd6", "#845cd2", "#d04c8c", "#e8783c", "#f7e08a"))
        .forEach(colours::add);
    scale.putObject("textStyle").put("color", DrawFigure.INK);
    ((ObjectNode) option.get("tooltip")).put("trigger", "item");
    option.put("animation", false);
  }

  private static DoubleStream finite(HeatMap map) {
    return map.values().values().stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
  }

  private static void categories(ObjectNode axis, Series places) {
    axis.put("type", "category");
    axis.remove("min");
    axis.remove("max");
    // About eight labels: those of rows would else stand on each other.
    axis.withObjectProperty("axisLabel").put("interval", Math.ceilDiv(places.size(), 8) - 1);
    ArrayNode names = axis.putArray("data");
    IntStream.range(0, places.size())
        .forEach(i -> names.add(FormatNumber.significant(places.get(i))));
  }
}
