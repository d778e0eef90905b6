package org.shiftscope.ui.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives the figures of a page that go along the same horizontal axis the same range of it. */
public final class ShareRange {

  private ShareRange() {}

  /** The same figures, in their order. */
  public static List<Figure> of(List<Figure> figures) {
    Map<FigureAxis, Range> ranges = new HashMap<>();
    figures.stream()
        .filter(ShareRange::isFree)
        .forEach(
            figure ->
                needed(figure).ifPresent(range -> ranges.merge(figure.x(), range, Range::and)));
    return figures.stream()
        .map(
            figure ->
                isFree(figure) && ranges.containsKey(figure.x())
                    ? figure.over(ranges.get(figure.x()))
                    : figure)
        .toList();
  }

  /** Cells have places of their own, and an axis of a range or of given ticks has its ends. */
  private static boolean isFree(Figure figure) {
    return figure.x().range().isEmpty()
        && figure.x().ticks().isEmpty()
        && figure.layers().stream().noneMatch(Figure.HeatMap.class::isInstance);
  }

  private static java.util.Optional<Range> needed(Figure figure) {
    boolean dotted = figure.layers().stream().anyMatch(Figure.Dots.class::isInstance);
    return Range.of(figure, Figure.Layer::xs)
        .filter(range -> range.from() < range.to())
        .map(range -> dotted ? range.withRoom(figure.x().logarithmic()) : range);
  }
}
