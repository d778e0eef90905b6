package org.shiftscope.ui.chart;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws a {@link LineChart}: curves as lines, fits dashed in the same colour, marks as verticals.
 */
public final class DrawLine {

  /** The quiet ink of helping lines, readable on light and dark. */
  private static final String INK = "#8896a8";

  private DrawLine() {}

  /** The ECharts option. */
  public static ObjectNode option(LineChart chart) {
    ObjectNode option =
        StartOption.of(
            chart.x(), chart.y(), chart.curves().stream().map(LineChart.Curve::title).toList());
    ((ObjectNode) option.get("xAxis")).put("min", "dataMin").put("max", "dataMax");
    ((ObjectNode) option.get("tooltip")).put("trigger", "axis");
    // Room for the marks' names, and lines in the legend that tell a fit from a curve.
    ((ObjectNode) option.get("grid")).put("top", 58);
    ((ObjectNode) option.get("legend")).put("itemWidth", 26).remove("icon");
    ArrayNode series = option.withArray("series");
    chart.curves().forEach(curve -> series.add(curve(curve)));
    marks((ObjectNode) series.get(0), chart);
    return option;
  }

  private static ObjectNode curve(LineChart.Curve curve) {
    ObjectNode series =
        StartOption.object().put("id", curve.id()).put("name", curve.title()).put("type", "line");
    series.put("showSymbol", false).put("symbol", "none").put("colorOf", curve.of());
    ObjectNode style = series.putObject("lineStyle").put("width", curve.fit() ? 1.6 : 2.2);
    if (curve.fit()) {
      style.put("type", "dashed");
    }
    ArrayNode data = series.putArray("data");
    curve.points().forEach(point -> data.add(StartOption.pair(point.alpha(), point.value())));
    return series;
  }

  private static void marks(ObjectNode series, LineChart chart) {
    ObjectNode line = series.putObject("markLine").put("silent", true).put("symbol", "none");
    line.put("animation", false);
    line.putObject("lineStyle").put("color", INK).put("type", "solid").put("width", 1);
    line.putObject("label").put("formatter", "{b}").put("color", INK).put("fontSize", 11);
    ArrayNode data = line.putArray("data");
    chart
        .marks()
        .forEach(mark -> data.addObject().put("xAxis", mark.alpha()).put("name", mark.title()));
  }
}
