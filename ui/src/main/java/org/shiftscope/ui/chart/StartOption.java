package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the ECharts options of all figures have in common. */
final class StartOption {

  private StartOption() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An option with axes, legend and zoom, and an empty list of series. */
  static ObjectNode of(Figure figure) {
    ObjectNode option = object();
    List<String> names = figure.layers().stream().map(Figure.Layer::title).distinct().toList();
    option.set("legend", legend(names, figure.hidden()));
    option.putObject("grid").put("left", 64).put("right", 18).put("bottom", 50);
    option.set("xAxis", axis(figure.x(), 28, Range.of(figure, Figure.Layer::xs)));
    option.set("yAxis", axis(figure.y(), 48, Range.of(figure, Figure.Layer::ys)));
    option.putObject("tooltip").put("trigger", "item");
    zoom(option.putArray("dataZoom"));
    option.putArray("series");
    return option;
  }

  static ArrayNode pair(double x, double y) {
    return JsonNodeFactory.instance.arrayNode().add(x).add(y);
  }

  private static ObjectNode legend(List<String> names, Set<String> hidden) {
    ObjectNode legend = object().put("itemWidth", 26).put("itemHeight", 9).put("itemGap", 14);
    names.stream().map(Notation::chart).forEach(legend.putArray("data")::add);
    ObjectNode selected = legend.putObject("selected");
    hidden.forEach(name -> selected.put(Notation.chart(name), false));
    return legend;
  }

  private static ObjectNode axis(Axis axis, int gap, Optional<Range> drawn) {
    ObjectNode json = object().put("type", axis.logarithmic() ? "log" : "value");
    json.put("name", Notation.chart(axis.title())).put("nameLocation", "middle");
    json.put("nameGap", gap).put("scale", true);
    if (!axis.ticks().isEmpty()) {
      ticks(json, axis.ticks());
    }
    axis.range()
        .or(() -> drawn.filter(Range::isRoundOff).map(Range::aboutConstant))
        .ifPresent(range -> json.put("min", range.from()).put("max", range.to()));
    return json;
  }

  private static void ticks(ObjectNode json, List<Double> ticks) {
    ticks.forEach(json.putObject("axisLabel").putArray("customValues")::add);
    ticks.forEach(json.putObject("axisTick").putArray("customValues")::add);
    // A little room at both ends, in factors where the axis is logarithmic.
    json.put("min", ticks.getFirst() / 1.25).put("max", ticks.getLast() * 1.25);
    json.putObject("splitLine").put("show", false);
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
