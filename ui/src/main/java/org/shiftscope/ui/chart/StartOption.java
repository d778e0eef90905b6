package org.shiftscope.ui.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the ECharts options of all figures have in common. */
final class StartOption {

  /** Of what is switched off in the legend; to be read on light and dark. */
  private static final String INACTIVE = "#757b87";

  private static final double SHORT_FACTOR = 50;

  private StartOption() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An option with axes, legend and zoom, and an empty list of series. */
  static ObjectNode of(Figure figure) {
    ObjectNode option = object();
    option.set("legend", legend(figure));
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

  private static ObjectNode legend(Figure figure) {
    ObjectNode legend = object().put("itemWidth", hasLines(figure) ? 20 : 10);
    legend.put("itemHeight", 10).put("itemGap", 10).put("inactiveColor", INACTIVE);
    ArrayNode data = legend.putArray("data");
    Set<String> named = new HashSet<>();
    figure.layers().stream()
        .filter(layer -> named.add(layer.title()))
        .forEach(layer -> data.add(entry(layer)));
    ObjectNode selected = legend.putObject("selected");
    figure.hidden().forEach(name -> selected.put(Notation.chart(name), false));
    return legend;
  }

  /** Beside dots alone a wide place would draw their symbols out. */
  private static boolean hasLines(Figure figure) {
    return figure.layers().stream()
        .anyMatch(
            layer -> !(layer instanceof Figure.Dots dots) || dots.style() == Figure.Style.JOINED);
  }

  /** ECharts would show a dot on every line, and areas as lines. */
  private static ObjectNode entry(Figure.Layer layer) {
    ObjectNode entry = object().put("name", Notation.chart(layer.title()));
    switch (layer) {
      case Figure.Curve curve when !DrawLayer.hasSymbols(curve) ->
          entry.putObject("itemStyle").put("opacity", 0);
      case Figure.Histogram _, Figure.Band _ -> entry.put("icon", "roundRect");
      case Figure.Curve _, Figure.Dots _, Figure.HeatMap _, Figure.Ribbon _ -> {}
    }
    return entry;
  }

  private static ObjectNode axis(FigureAxis axis, int gap, Optional<Range> drawn) {
    ObjectNode json = object().put("type", axis.logarithmic() ? "log" : "value");
    json.put("name", Notation.chart(axis.title())).put("nameLocation", "middle");
    json.put("nameGap", gap).put("scale", true);
    if (!axis.names().isEmpty()) {
      names(json, axis);
    } else if (!axis.ticks().isEmpty()) {
      ticks(json, axis.ticks(), drawn);
    } else {
      axis.range()
          .or(() -> drawn.filter(Range::isRoundOff).map(Range::aboutConstant))
          .ifPresent(range -> over(json, range));
    }
    return json;
  }

  /**
   * An end that no label would stand at is not labelled. Of decades alone fewer than two may lie in
   * a short logarithmic axis, which is labelled at 1, 2 and 5 instead, or evenly where even of
   * these fewer than two do.
   */
  private static void over(ObjectNode json, Range range) {
    json.put("min", range.from()).put("max", range.to());
    boolean logarithmic = "log".equals(json.path("type").asString());
    if (logarithmic && range.to() < SHORT_FACTOR * range.from()) {
      List<Double> labels = range.oneTwoFive();
      List<Double> told = labels.size() < 2 ? range.even() : labels;
      told.forEach(json.withObjectProperty("axisLabel").putArray("customValues")::add);
      told.forEach(json.putObject("axisTick").putArray("customValues")::add);
    } else {
      json.withObjectProperty("axisLabel")
          .put("showMinLabel", range.isRound(range.from()))
          .put("showMaxLabel", range.isRound(range.to()));
    }
  }

  /** A name below each place, and no line above it. */
  private static void names(ObjectNode json, FigureAxis axis) {
    axis.ticks().forEach(json.putObject("axisLabel").putArray("customValues")::add);
    ArrayNode names = json.putArray("names");
    axis.names().stream().map(Notation::chart).forEach(names::add);
    axis.range().ifPresent(range -> json.put("min", range.from()).put("max", range.to()));
    json.putObject("axisTick").put("show", false);
    json.putObject("splitLine").put("show", false);
  }

  /** A little room at both ends, in factors, beyond the ticks and what is drawn. */
  private static void ticks(ObjectNode json, List<Double> ticks, Optional<Range> drawn) {
    ticks.forEach(json.putObject("axisLabel").putArray("customValues")::add);
    ticks.forEach(json.putObject("axisTick").putArray("customValues")::add);
    var labelled = new Range(ticks.getFirst(), ticks.getLast());
    Range all = drawn.map(labelled::and).orElse(labelled);
    json.put("min", Math.min(all.from(), labelled.from() / 1.25));
    json.put("max", Math.max(all.to(), labelled.to() * 1.25));
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
