package org.shiftscope.ui.chart;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the ECharts options of all charts have in common. */
final class StartOption {

  private StartOption() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An option with axes, legend and zoom, and an empty list of series. */
  static ObjectNode of(Axis x, Axis y, List<String> legend) {
    ObjectNode option = object();
    option.set("legend", legend(legend));
    option.putObject("grid").put("left", 64).put("right", 18).put("top", 46).put("bottom", 50);
    option.set("xAxis", axis(x, "middle", 28));
    option.set("yAxis", axis(y, "middle", 48).put("scale", true));
    option.putObject("tooltip").put("trigger", "item");
    zoom(option.putArray("dataZoom"));
    option.putArray("series");
    return option;
  }

  static ArrayNode pair(double x, double y) {
    return JsonNodeFactory.instance.arrayNode().add(x).add(y);
  }

  private static ObjectNode legend(List<String> names) {
    // ECharts takes a legend's width and not its right end: the buttons are beside it.
    ObjectNode legend =
        object().put("type", "scroll").put("left", 4).put("width", "68%").put("top", 9);
    legend.put("itemWidth", 18).put("itemHeight", 9).put("itemGap", 14).put("icon", "roundRect");
    names.forEach(legend.putArray("data")::add);
    return legend;
  }

  private static ObjectNode axis(Axis axis, String place, int gap) {
    ObjectNode json = object().put("type", axis.logarithmic() ? "log" : "value");
    json.put("name", axis.title()).put("nameLocation", place).put("nameGap", gap);
    if (!axis.ticks().isEmpty()) {
      ObjectNode label = json.putObject("axisLabel");
      axis.ticks().forEach(label.putArray("customValues")::add);
      ObjectNode tick = json.putObject("axisTick");
      axis.ticks().forEach(tick.putArray("customValues")::add);
      // A little room at both ends, in factors where the axis is logarithmic.
      json.put("min", axis.ticks().getFirst() / 1.25).put("max", axis.ticks().getLast() * 1.25);
      json.putObject("splitLine").put("show", false);
    }
    return json;
  }

  /** The wheel alone scrolls the page; with Ctrl, and with two fingers, it zooms. */
  private static void zoom(ArrayNode zooms) {
    for (String axis : List.of("xAxisIndex", "yAxisIndex")) {
      ObjectNode zoom = zooms.addObject().put("id", "inside-" + axis).put("type", "inside");
      zoom.put(axis, 0).put("zoomOnMouseWheel", "ctrl").put("moveOnMouseMove", "shift");
      zoom.put("moveOnMouseWheel", false).put("filterMode", "none");
    }
  }
}
