package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws a {@link Figure}. */
public final class DrawFigure {

  /** The quiet ink of helping lines, readable on light and dark. */
  private static final String INK = "#8896a8";

  private DrawFigure() {}

  /** The ECharts option. */
  public static ObjectNode option(Figure figure) {
    List<Layer> layers = figure.layers();
    ObjectNode option =
        StartOption.of(
            figure.x(), figure.y(), layers.stream().map(Layer::title).distinct().toList());
    boolean sampled = layers.stream().anyMatch(Dots.class::isInstance);
    if (figure.x().ticks().isEmpty()) {
      ((ObjectNode) option.get("xAxis")).put("scale", true);
      if (!sampled) {
        ((ObjectNode) option.get("xAxis")).put("min", "dataMin").put("max", "dataMax");
        ((ObjectNode) option.get("tooltip")).put("trigger", "axis");
      }
    }
    ((ObjectNode) option.get("legend")).put("itemWidth", 26).remove("icon");
    ArrayNode series = option.withArray("series");
    for (int i = 0; i < layers.size(); i++) {
      layer(i, layers.get(i), series);
    }
    layers.stream()
        .filter(HeatMap.class::isInstance)
        .map(HeatMap.class::cast)
        .findFirst()
        .ifPresent(map -> heatMap(option, map));
    if (!figure.marks().isEmpty() && !series.isEmpty()) {
      ((ObjectNode) option.get("grid")).put("top", 62);
      marks((ObjectNode) series.get(0), figure.marks());
    }
    return option;
  }

  private static void layer(int index, Layer layer, ArrayNode series) {
    // A series keeps what its successor of the same id does not name, such as steps and areas.
    String id = layer.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + index;
    switch (layer) {
      case Curve curve -> series.add(curve(id, curve));
      case Dots dots -> {
        series.add(dots(id, dots));
        series.add(bars(id + "-error", dots));
      }
      case Histogram histogram -> series.add(histogram(id, histogram));
      case Band band -> series.add(band(id, band));
      case HeatMap map -> series.add(cells(id, map));
    }
  }

  private static ObjectNode curve(String id, Curve curve) {
    ObjectNode series = line(id, curve.title(), curve.colour());
    ObjectNode style = series.putObject("lineStyle").put("width", 2);
    style.put("type", curve.stroke() == Stroke.DASHED ? "dashed" : "solid");
    pairs(series.putArray("data"), curve.x(), curve.y());
    return series;
  }

  private static ObjectNode band(String id, Band band) {
    ObjectNode series = line(id, band.title(), band.colour()).put("stack", "bands");
    // Thickness may be below zero: each band then stands on the sum of those before it.
    series.put("stackStrategy", "all");
    series.putObject("lineStyle").put("width", 1);
    series.putObject("areaStyle").put("opacity", 0.55);
    pairs(series.putArray("data"), band.x(), band.y());
    return series;
  }

  private static ObjectNode histogram(String id, Histogram histogram) {
    ObjectNode series = line(id, histogram.title(), histogram.colour()).put("step", "start");
    series.putObject("lineStyle").put("width", 1);
    series.putObject("areaStyle").put("opacity", 0.25);
    ArrayNode data = series.putArray("data");
    Series edges = histogram.edges();
    data.add(StartOption.pair(edges.get(0), 0));
    for (int i = 0; i < histogram.heights().size(); i++) {
      // ECharts turns at the start: the line to an edge has the height of the edge's own point.
      data.add(StartOption.pair(edges.get(i + 1), histogram.heights().get(i)));
    }
    return series;
  }

  private static ObjectNode line(String id, String title, int colour) {
    return StartOption.object()
        .put("id", id)
        .put("name", title)
        .put("type", "line")
        .put("showSymbol", false)
        .put("symbol", "none")
        .put("colorOf", colour);
  }

  private static ObjectNode dots(String id, Dots dots) {
    ObjectNode series =
        StartOption.object().put("id", id).put("name", dots.title()).put("type", "scatter");
    series.put("symbolSize", 8).put("colorOf", dots.colour()).put("z", 4);
    ArrayNode data = series.putArray("data");
    for (int i = 0; i < dots.x().size(); i++) {
      if (Double.isFinite(dots.y().get(i))) {
        ObjectNode item = data.addObject();
        item.set("value", StartOption.pair(dots.x().get(i), dots.y().get(i)));
        item.put("tip", tip(dots, i));
      }
    }
    return series;
  }

  private static String tip(Dots dots, int i) {
    double error = dots.error().get(i);
    return dots.title()
        + "\n"
        + FormatNumber.significant(dots.x().get(i))
        + ": "
        + FormatNumber.significant(dots.y().get(i))
        + (error > 0 ? " ± " + FormatNumber.significant(error) : "");
  }

  private static ObjectNode bars(String id, Dots dots) {
    ObjectNode series =
        StartOption.object().put("id", id).put("name", dots.title()).put("type", "custom");
    series.put("renderItem", "errorBar").put("colorOf", dots.colour());
    series.put("silent", true).put("z", 3).put("clip", true);
    ObjectNode encode = series.putObject("encode").put("x", 0);
    encode.putArray("y").add(1).add(2).add(3);
    ArrayNode data = series.putArray("data");
    for (int i = 0; i < dots.x().size(); i++) {
      double y = dots.y().get(i);
      double error = dots.error().get(i);
      if (error > 0 && Double.isFinite(y)) {
        data.addArray().add(dots.x().get(i)).add(y).add(y - error).add(y + error);
      }
    }
    return series;
  }

  private static ObjectNode cells(String id, HeatMap map) {
    ObjectNode series =
        StartOption.object().put("id", id).put("name", map.title()).put("type", "heatmap");
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

  private static void heatMap(ObjectNode option, HeatMap map) {
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
        .put("precision", 3)
        .put("itemHeight", 160);
    ArrayNode colours = scale.putObject("inRange").putArray("color");
    (map.symmetric()
            ? List.of("#2c7bd6", "#b9d3ee", "#f4f4f4", "#f3c2ab", "#d1495b")
            : List.of("#10243e", "#2c7bd6", "#845cd2", "#d04c8c", "#e8783c", "#f7e08a"))
        .forEach(colours::add);
    scale.putObject("textStyle").put("color", INK);
    ((ObjectNode) option.get("grid")).put("right", 112);
    ((ObjectNode) option.get("tooltip")).put("trigger", "item");
    option.put("animation", false);
  }

  private static java.util.stream.DoubleStream finite(HeatMap map) {
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

  private static void pairs(ArrayNode data, Series x, Series y) {
    for (int i = 0; i < x.size(); i++) {
      if (Double.isFinite(y.get(i))) {
        data.add(StartOption.pair(x.get(i), y.get(i)));
      } else {
        // ECharts' sign for a gap.
        data.addArray().add(x.get(i)).add("-");
      }
    }
  }

  private static void marks(ObjectNode series, List<Figure.Mark> marks) {
    ObjectNode line = series.putObject("markLine").put("silent", true).put("symbol", "none");
    line.put("animation", false);
    line.putObject("lineStyle").put("color", INK).put("type", "solid").put("width", 1);
    line.putObject("label").put("formatter", "{b}").put("color", INK).put("fontSize", 11);
    ArrayNode data = line.putArray("data");
    marks.forEach(mark -> data.addObject().put("xAxis", mark.x()).put("name", mark.title()));
  }
}
