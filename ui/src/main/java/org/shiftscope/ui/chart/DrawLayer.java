package org.shiftscope.ui.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.shiftscope.compute.result.Series;
import org.shiftscope.ui.chart.Figure.Band;
import org.shiftscope.ui.chart.Figure.Curve;
import org.shiftscope.ui.chart.Figure.Dots;
import org.shiftscope.ui.chart.Figure.HeatMap;
import org.shiftscope.ui.chart.Figure.Histogram;
import org.shiftscope.ui.chart.Figure.Layer;
import org.shiftscope.ui.chart.Figure.Ribbon;
import org.shiftscope.ui.chart.Figure.Stroke;
import org.shiftscope.ui.chart.Figure.Style;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws the layers of a {@link Figure} as ECharts' series. Colours are never alone: each place in
 * the palette has its symbol, on dots and here and there on curves, and bands their hatching.
 */
record DrawLayer(OptionalInt chosen) {

  private static final List<String> SYMBOLS =
      List.of(
          "circle",
          "triangle",
          "rect",
          "diamond",
          "emptyCircle",
          "emptyTriangle",
          "emptyRect",
          "emptyDiamond");

  /** How opaque a ribbon is. */
  private static final double RIBBON = 0.16;

  /** Symbols on a curve. */
  private static final int SYMBOLS_ON_A_CURVE = 6;

  void layer(int index, Layer layer, ArrayNode series) {
    // A series keeps what its successor of the same id does not name, such as steps and areas.
    String id = layer.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "-" + index;
    switch (layer) {
      case Curve curve -> series.add(curve(id, curve));
      case Dots dots -> {
        series.add(dots(id, dots));
        if (dots.points().there().anyMatch(dots.points()::hasBar)) {
          series.add(bars(id + "-bars", dots));
        }
      }
      case Histogram histogram -> series.add(histogram(id, histogram));
      case Band band -> series.add(band(id, band));
      case Ribbon ribbon -> {
        series.add(edge(id, ribbon, ribbon.low(), 0));
        series.add(edge(id + "-area", ribbon, thickness(ribbon), RIBBON));
      }
      case HeatMap map -> series.add(DrawHeatMap.cells(id, map));
    }
  }

  private static ObjectNode curve(String id, Curve curve) {
    ObjectNode series = line(id, curve.title(), curve.colour());
    ObjectNode style = series.putObject("lineStyle").put("width", 2);
    style.put("type", curve.stroke() == Stroke.DASHED ? "dashed" : "solid");
    if (hasSymbols(curve)) {
      series.put("showSymbol", true).put("showAllSymbol", true).put("symbolSize", 7);
      series.put("symbol", symbol(curve.colour()));
      series.put("symbolEvery", Math.max(1, curve.x().size() / SYMBOLS_ON_A_CURVE));
    }
    pairs(series.putArray("data"), curve.x(), curve.y());
    return series;
  }

  /** The first colour needs none, and a dash is a sign of its own. */
  static boolean hasSymbols(Curve curve) {
    return curve.stroke() == Stroke.SOLID && curve.colour() > 0;
  }

  /** ECharts fills between a curve and the one that it is stacked upon. */
  private static ObjectNode edge(String id, Ribbon ribbon, Series y, double opacity) {
    ObjectNode series = line(id, ribbon.title(), ribbon.colour()).put("silent", true).put("z", 1);
    series.put("stack", ribbon.title()).put("stackStrategy", "all");
    series.putObject("lineStyle").put("opacity", 0);
    series.putObject("areaStyle").put("opacity", opacity);
    series.putObject("tooltip").put("show", false);
    pairs(series.putArray("data"), ribbon.x(), y);
    return series;
  }

  private static Series thickness(Ribbon ribbon) {
    double[] thickness = ribbon.high().toArray();
    Arrays.setAll(thickness, i -> thickness[i] - ribbon.low().get(i));
    return Series.of(thickness);
  }

  private static ObjectNode band(String id, Band band) {
    ObjectNode series = line(id, band.title(), band.colour()).put("stack", "bands");
    // Thickness may be below zero: each band then stands on the sum of those before it.
    series.put("stackStrategy", "all");
    series.putObject("lineStyle").put("width", 1);
    series.putObject("areaStyle").put("opacity", 0.55);
    ObjectNode hatching = series.putObject("itemStyle").putObject("decal");
    hatching.put("symbol", "rect").put("color", "rgba(0,0,0,0.18)");
    hatching.put("rotation", band.colour() * Math.PI / 5);
    hatching.putArray("dashArrayX").add(1).add(0);
    hatching.putArray("dashArrayY").add(1.5).add(4.0 + 2 * (band.colour() % 3));
    pairs(series.putArray("data"), band.x(), band.y());
    return series;
  }

  private static ObjectNode histogram(String id, Histogram histogram) {
    ObjectNode series = line(id, histogram.title(), histogram.colour()).put("step", "start");
    series.putObject("lineStyle").put("width", 1);
    series.putObject("areaStyle").put("opacity", 0.25).put("origin", histogram.base());
    ArrayNode data = series.putArray("data");
    Series edges = histogram.edges();
    data.add(StartOption.pair(edges.get(0), histogram.base()));
    for (int i = 0; i < histogram.heights().size(); i++) {
      // ECharts turns at the start: the line to an edge has the height of the edge's own point.
      data.add(StartOption.pair(edges.get(i + 1), histogram.heights().get(i)));
    }
    data.add(StartOption.pair(edges.get(edges.size() - 1), histogram.base()));
    return series;
  }

  private static ObjectNode line(String id, String title, int colour) {
    return named(id, title, colour)
        .put("type", "line")
        .put("showSymbol", false)
        .put("symbol", "none");
  }

  private static ObjectNode named(String id, String title, int colour) {
    return StartOption.object()
        .put("id", id)
        .put("name", Notation.chart(title))
        .put("colorOf", colour);
  }

  private ObjectNode dots(String id, Dots dots) {
    boolean pale = dots.style() == Style.PALE;
    ObjectNode series = named(id, dots.title(), dots.colour());
    series.put("type", dots.style() == Style.JOINED ? "line" : "scatter");
    series.put("symbol", symbol(dots.colour())).put("symbolSize", pale ? 6 : 8);
    series.put("z", pale ? 3 : 4);
    if (dots.aside() != 0) {
      series.putArray("symbolOffset").add(dots.aside()).add(0);
    }
    if (pale) {
      series.putObject("itemStyle").put("opacity", 0.4);
    }
    if (!dots.points().origins().isEmpty()) {
      series.put("cursor", "pointer");
    }
    ArrayNode data = series.putArray("data");
    dots.points().there().forEach(i -> data.add(item(dots, i)));
    return series;
  }

  private ObjectNode item(Dots dots, int i) {
    Points points = dots.points();
    ObjectNode item = StartOption.object();
    item.set("value", StartOption.pair(points.x().get(i), points.y().get(i)));
    item.put("tip", Notation.chart(tip(dots, i)));
    if (dots.style() == Style.HEATED) {
      item.put("rank", i / Math.max(1.0, points.x().size() - 1.0));
    }
    if (!points.origins().isEmpty()) {
      int trial = points.origins().get(i).trial();
      item.put("trial", trial);
      if (points.origins().get(i).doubtful()) {
        item.put("hollow", true);
      }
      if (chosen.isPresent() && chosen.getAsInt() == trial) {
        item.put("symbolSize", 16);
        item.putObject("itemStyle")
            .put("opacity", 1)
            .put("borderWidth", 2)
            .put("borderColor", DrawFigure.INK);
      }
    }
    return item;
  }

  private static String tip(Dots dots, int i) {
    Points points = dots.points();
    String origin =
        points.origins().isEmpty()
            ? ""
            : "\nTrial " + points.origins().get(i).trial() + ": " + points.origins().get(i).label();
    return dots.title()
        + "\n"
        + FormatNumber.significant(points.x().get(i))
        + ": "
        + FormatNumber.significant(points.y().get(i))
        + (points.hasBar(i) ? " ± " + FormatNumber.significant(points.bars().half().get(i)) : "")
        + origin;
  }

  private static ObjectNode bars(String id, Dots dots) {
    ObjectNode series = named(id, dots.title(), dots.colour()).put("type", "custom");
    series.put("renderItem", "errorBar").put("silent", true).put("z", 3).put("clip", true);
    ObjectNode encode = series.putObject("encode").put("x", 0);
    encode.putArray("y").add(1).add(2).add(3);
    ArrayNode data = series.putArray("data");
    Points points = dots.points();
    points
        .there()
        .filter(points::hasBar)
        .forEach(
            i -> {
              double y = points.y().get(i);
              double half = points.bars().half().get(i);
              data.addArray()
                  .add(points.x().get(i))
                  .add(y)
                  .add(y - half)
                  .add(y + half)
                  .add(dots.aside());
            });
    return series;
  }

  private static String symbol(int colour) {
    return SYMBOLS.get(colour % SYMBOLS.size());
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
}
