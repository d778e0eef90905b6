package org.shiftscope.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.export.Table.Column;
import org.shiftscope.compute.result.Series;
import org.shiftscope.compute.result.WithoutTrials;
import org.shiftscope.ui.wording.Notation;

/**
 * The numbers of a {@link Figure}, a row for each point.
 *
 * @param last what the last column is: the half height of a bar, or the value of a cell
 * @param rows in the order of the layers
 * @param without trials that the figure leaves out since a person does
 */
public record FigureNumbers(String last, List<Row> rows, WithoutTrials without) {

  public FigureNumbers {
    rows = List.copyOf(rows);
  }

  /**
   * One point.
   *
   * @param layer the title of its layer, plain
   * @param last NaN where there is none
   * @param trial the number of its trial; empty where it is of none
   */
  public record Row(String layer, double x, double y, double last, String trial) {}

  /** All numbers of a figure. */
  public static FigureNumbers of(Figure figure) {
    boolean grid = figure.layers().stream().anyMatch(Figure.HeatMap.class::isInstance);
    List<Row> rows = new ArrayList<>();
    for (Figure.Layer layer : figure.layers()) {
      String name = Notation.plain(layer.title());
      switch (layer) {
        case Figure.Curve curve -> pairs(rows, name, curve.x(), curve.y());
        case Figure.Band band -> pairs(rows, name, band.x(), band.y());
        case Figure.Ribbon _ -> {} // its dots have the same numbers, as bars
        case Figure.Dots dots -> points(rows, name, dots.points());
        case Figure.Histogram bins -> bins(rows, name, bins);
        case Figure.HeatMap map -> cells(rows, name, map);
      }
    }
    return new FigureNumbers(grid ? "value" : "error", rows, figure.without());
  }

  /** Whether there is a last column to show. */
  public boolean hasLast() {
    return "value".equals(last) || rows.stream().anyMatch(row -> row.last() > 0);
  }

  /** The head of the last column, for a person. */
  public String lastTitle() {
    return "value".equals(last) ? "Value" : "Half a bar";
  }

  /** Whether points are of trials. */
  public boolean hasTrials() {
    return rows.stream().anyMatch(row -> !row.trial().isEmpty());
  }

  /**
   * As a table, with a column that says which trials are left out by hand where there are any.
   *
   * @param name the figure's id
   */
  public Table table(String name) {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.texts("layer", rows.stream().map(Row::layer).toList()),
                Column.numbers("x", rows.stream().map(Row::x).toList()),
                Column.numbers("y", rows.stream().map(Row::y).toList()),
                Column.numbers(last, rows.stream().map(Row::last).toList()),
                Column.wholes(
                    "trial",
                    rows.stream()
                        .map(
                            row ->
                                Optional.of(row.trial())
                                    .filter(t -> !t.isEmpty())
                                    .map(Long::valueOf))
                        .toList())));
    if (!without.isEmpty()) {
      columns.add(Column.texts("without", rows.stream().map(_ -> without.brief()).toList()));
    }
    return new Table(name, columns);
  }

  private static void pairs(List<Row> rows, String name, Series x, Series y) {
    for (int i = 0; i < x.size(); i++) {
      rows.add(new Row(name, x.get(i), y.get(i), Double.NaN, ""));
    }
  }

  private static void points(List<Row> rows, String name, Points points) {
    for (int i = 0; i < points.x().size(); i++) {
      String trial =
          points.origins().isEmpty() ? "" : Integer.toString(points.origins().get(i).trial());
      double bar = points.hasBar(i) ? points.bars().half().get(i) : Double.NaN;
      rows.add(new Row(name, points.x().get(i), points.y().get(i), bar, trial));
    }
  }

  private static void bins(List<Row> rows, String name, Figure.Histogram bins) {
    for (int i = 0; i < bins.heights().size(); i++) {
      double middle = (bins.edges().get(i) + bins.edges().get(i + 1)) / 2;
      rows.add(new Row(name, middle, bins.heights().get(i), Double.NaN, ""));
    }
  }

  private static void cells(List<Row> rows, String name, Figure.HeatMap map) {
    int columns = map.x().size();
    for (int i = 0; i < map.values().size(); i++) {
      double x = map.x().get(i % columns);
      rows.add(new Row(name, x, map.y().get(i / columns), map.values().get(i), ""));
    }
  }
}
