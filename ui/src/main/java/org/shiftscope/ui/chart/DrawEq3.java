package org.shiftscope.ui.chart;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.shiftscope.ui.wording.FormatNumber;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws an {@link Eq3Chart}. */
public final class DrawEq3 {

  private static final String IDENTITY = "measured = predicted";
  private static final String GROUP = "temperature-";

  private DrawEq3() {}

  /** The ECharts option; the selected trial stands out. */
  public static ObjectNode option(Eq3Chart chart, OptionalInt selected) {
    ObjectNode option =
        StartOption.of(chart.x(), chart.y(), chart.groups().stream().map(DrawEq3::name).toList());
    ((ObjectNode) option.get("xAxis")).put("scale", true);
    ArrayNode series = option.withArray("series");
    series.add(identity(chart));
    for (int i = 0; i < chart.groups().size(); i++) {
      double rank = i / Math.max(1.0, chart.groups().size() - 1.0);
      series.add(group(i, rank, chart.groups().get(i), selected));
    }
    return option;
  }

  /** The trial that a click on a point means, or −1 where there is none. */
  public static int trialAt(Eq3Chart chart, String series, int index) {
    List<Eq3Chart.Group> groups = chart.groups();
    return IntStream.range(0, groups.size())
        .filter(i -> series.equals(GROUP + i) && index < groups.get(i).points().size())
        .map(i -> groups.get(i).points().get(index).trial())
        .findFirst()
        .orElse(-1);
  }

  private static String name(Eq3Chart.Group group) {
    return "T = " + FormatNumber.significant(group.temperature());
  }

  private static ObjectNode identity(Eq3Chart chart) {
    ObjectNode series =
        StartOption.object().put("id", "identity").put("name", IDENTITY).put("type", "line");
    series.put("silent", true).put("showSymbol", false).put("z", 1);
    series.putObject("lineStyle").put("type", "dashed").put("width", 1.2).put("color", "#8896a8");
    series
        .putArray("data")
        .add(StartOption.pair(chart.low(), chart.low()))
        .add(StartOption.pair(chart.high(), chart.high()));
    ObjectNode label = series.putObject("endLabel").put("show", true).put("formatter", IDENTITY);
    label.put("color", "#8896a8").put("align", "right").put("verticalAlign", "bottom");
    return series;
  }

  private static ObjectNode group(
      int index, double rank, Eq3Chart.Group group, OptionalInt selected) {
    ObjectNode series =
        StartOption.object()
            .put("id", GROUP + index)
            .put("name", name(group))
            .put("type", "scatter");
    series.put("symbolSize", 11).put("cursor", "pointer").put("rank", rank);
    series.putObject("itemStyle").put("opacity", 0.85);
    ArrayNode data = series.putArray("data");
    for (Eq3Chart.Point point : group.points()) {
      ObjectNode item = data.addObject();
      item.set("value", StartOption.pair(point.predicted(), point.measured()));
      item.put("tip", tip(group, point));
      if (selected.isPresent() && selected.getAsInt() == point.trial()) {
        item.put("symbol", "diamond").put("symbolSize", 18);
      }
    }
    return series;
  }

  private static String tip(Eq3Chart.Group group, Eq3Chart.Point point) {
    return "Trial "
        + point.trial()
        + "\n"
        + name(group)
        + ", seed "
        + point.seed()
        + "\npredicted "
        + FormatNumber.significant(point.predicted())
        + "\nmeasured "
        + FormatNumber.significant(point.measured());
  }
}
