package org.shiftscope.ui.chart;

import org.shiftscope.compute.result.Series;

/**
 * The numbers of a {@link Figure} as CSV: a line for each point, {@code layer,x,y,error}; for a
 * grid {@code layer,x,y,value}. Numbers are written without loss, an empty place is a number that
 * is not there.
 */
public final class FigureNumbers {

  private FigureNumbers() {}

  /** The whole file. */
  public static String csv(Figure figure) {
    boolean grid = figure.layers().stream().anyMatch(Figure.HeatMap.class::isInstance);
    var text = new StringBuilder(grid ? "layer,x,y,value\n" : "layer,x,y,error\n");
    for (Figure.Layer layer : figure.layers()) {
      switch (layer) {
        case Figure.Curve curve -> points(text, curve.title(), curve.x(), curve.y());
        case Figure.Band band -> points(text, band.title(), band.x(), band.y());
        case Figure.Dots dots -> {
          for (int i = 0; i < dots.x().size(); i++) {
            line(text, dots.title(), dots.x().get(i), dots.y().get(i), dots.error().get(i));
          }
        }
        case Figure.Histogram bins -> {
          for (int i = 0; i < bins.heights().size(); i++) {
            double middle = (bins.edges().get(i) + bins.edges().get(i + 1)) / 2;
            line(text, bins.title(), middle, bins.heights().get(i), Double.NaN);
          }
        }
        case Figure.HeatMap map -> {
          int columns = map.x().size();
          for (int i = 0; i < map.values().size(); i++) {
            double x = map.x().get(i % columns);
            line(text, map.title(), x, map.y().get(i / columns), map.values().get(i));
          }
        }
      }
    }
    return text.toString();
  }

  private static void points(StringBuilder text, String title, Series x, Series y) {
    for (int i = 0; i < x.size(); i++) {
      line(text, title, x.get(i), y.get(i), Double.NaN);
    }
  }

  private static void line(StringBuilder text, String title, double x, double y, double last) {
    text.append('"').append(title.replace("\"", "\"\"")).append('"');
    for (double number : new double[] {x, y, last}) {
      text.append(',').append(Double.isFinite(number) ? Double.toString(number) : "");
    }
    text.append('\n');
  }
}
