package org.shiftscope.ui.chart;

import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Draws a {@link TrendChart}: means as a line, ±1 standard deviation as bars, seeds as dots. */
public final class DrawTrend {

  private static final String SEEDS = "seeds-";

  private DrawTrend() {}

  /** The ECharts option. */
  public static ObjectNode option(TrendChart chart) {
    ObjectNode option =
        StartOption.of(
            chart.x(),
            chart.y(),
            chart.trends().stream().map(trend -> trend.quantity().title()).toList());
    ArrayNode series = option.withArray("series");
    for (Trend trend : chart.trends()) {
      series.add(means(trend));
      series.add(bars(trend));
      series.add(seeds(trend));
    }
    return option;
  }

  /** The trial that a click on a point means, or −1 for a mean. */
  public static int trialAt(TrendChart chart, String series, int index) {
    return chart.trends().stream()
        .filter(trend -> series.equals(SEEDS + trend.quantity().name()))
        .filter(trend -> index < trend.points().size())
        .map(trend -> trend.points().get(index).trial())
        .findFirst()
        .orElse(-1);
  }

  private static ObjectNode means(Trend trend) {
    ObjectNode series = series(trend, "mean-", "line").put("symbolSize", 7).put("symbol", "circle");
    ArrayNode data = series.putArray("data");
    for (Trend.Mean mean : trend.means()) {
      ObjectNode item = data.addObject();
      item.set("value", StartOption.pair(mean.temperature(), mean.mean()));
      item.put(
          "tip",
          trend.quantity().title()
              + "\nT = "
              + FormatNumber.significant(mean.temperature())
              + "\nmean "
              + FormatNumber.significant(mean.mean())
              + "\nstandard deviation "
              + (mean.trials() < 2 ? "–" : FormatNumber.significant(mean.deviation()))
              + "\nover "
              + mean.trials()
              + (mean.trials() == 1 ? " seed" : " seeds"));
    }
    return series;
  }

  private static ObjectNode bars(Trend trend) {
    ObjectNode series = series(trend, "spread-", "custom").put("renderItem", "errorBar");
    series.put("silent", true).put("z", 1).put("clip", true);
    series.putObject("encode").put("x", 0).set("y", numbers(1, 2, 3));
    ArrayNode data = series.putArray("data");
    trend.means().stream()
        .filter(mean -> mean.trials() > 1)
        .forEach(
            mean ->
                data.add(
                    numbers(
                        mean.temperature(),
                        mean.mean(),
                        mean.mean() - mean.deviation(),
                        mean.mean() + mean.deviation())));
    return series;
  }

  private static ObjectNode seeds(Trend trend) {
    ObjectNode series =
        series(trend, SEEDS, "scatter").put("symbolSize", 6).put("cursor", "pointer");
    series.putObject("itemStyle").put("opacity", 0.35);
    ArrayNode data = series.putArray("data");
    for (Trend.Point point : trend.points()) {
      ObjectNode item = data.addObject();
      item.set("value", StartOption.pair(point.temperature(), point.value()));
      item.put(
          "tip",
          "Trial "
              + point.trial()
              + "\nT = "
              + FormatNumber.significant(point.temperature())
              + ", seed "
              + point.seed()
              + "\n"
              + trend.quantity().title()
              + "  "
              + FormatNumber.significant(point.value()));
    }
    return series;
  }

  /** Series of one quantity share its name, so that the legend shows and hides them together. */
  private static ObjectNode series(Trend trend, String prefix, String type) {
    return StartOption.object()
        .put("id", prefix + trend.quantity().name())
        .put("name", trend.quantity().title())
        .put("type", type);
  }

  private static ArrayNode numbers(double... values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (double value : values) {
      array.add(value);
    }
    return array;
  }
}
