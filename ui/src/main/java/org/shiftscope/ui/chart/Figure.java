package org.shiftscope.ui.chart;

import java.util.List;
import org.shiftscope.compute.result.Series;

/**
 * A picture of numbers as it is meant, theory over experiment.
 *
 * @param id its name in the page and in files, lower case with hyphens
 * @param title what is drawn
 * @param formula the formula that it draws, as text: {@code p(θ) = Z⁻¹ exp(−(2/T) v(θ))}
 * @param sentence what it shows, for a person
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param layers what is drawn, the lowest first
 * @param marks verticals with a name
 */
public record Figure(
    String id,
    String title,
    String formula,
    String sentence,
    Axis x,
    Axis y,
    List<Layer> layers,
    List<Mark> marks) {

  public Figure {
    layers = List.copyOf(layers);
    marks = List.copyOf(marks);
  }

  /** A vertical line at x with a name. */
  public record Mark(double x, String title) {}

  /** How a curve is drawn. */
  public enum Stroke {
    SOLID,
    DASHED
  }

  /** One thing drawn. */
  public sealed interface Layer {

    /** Its name in the legend and in the numbers. */
    String title();
  }

  /**
   * A curve through points, ascending in x; a NaN makes a gap.
   *
   * @param colour place in the palette from 0, so that theory and experiment of one thing share it
   */
  public record Curve(String title, int colour, Stroke stroke, Series x, Series y)
      implements Layer {}

  /**
   * Points with error bars.
   *
   * @param error half the height of each bar, in units of y; 0 or NaN for none
   */
  public record Dots(String title, int colour, Series x, Series y, Series error) implements Layer {}

  /**
   * A histogram.
   *
   * @param edges ascending, one more than heights
   */
  public record Histogram(String title, int colour, Series edges, Series heights)
      implements Layer {}

  /** A band stacked on the bands before it, its thickness y at each x. */
  public record Band(String title, int colour, Series x, Series y) implements Layer {}

  /**
   * Values on a grid, as colours; alone in its figure.
   *
   * @param x columns, ascending and evenly spaced
   * @param y rows, ascending and evenly spaced
   * @param values value of row j and column i at j · columns + i
   * @param symmetric whether the scale of colours is symmetric about 0
   */
  public record HeatMap(String title, Series x, Series y, Series values, boolean symmetric)
      implements Layer {}
}
