package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Optional;

/**
 * An axis as it is meant.
 *
 * @param title what it measures, with its unit
 * @param logarithmic whether equal factors are equal lengths
 * @param ticks values to label; empty for round numbers
 * @param range what it shows; empty for what is drawn
 */
public record FigureAxis(
    String title, boolean logarithmic, List<Double> ticks, Optional<Range> range) {

  public FigureAxis {
    ticks = List.copyOf(ticks);
  }

  /** An even axis with round numbers. */
  public static FigureAxis linear(String title) {
    return new FigureAxis(title, false, List.of(), Optional.empty());
  }

  /** An axis on which equal factors are equal lengths, with the decades labelled. */
  public static FigureAxis logarithmic(String title) {
    return new FigureAxis(title, true, List.of(), Optional.empty());
  }

  /** The same axis with these values labelled alone. */
  public FigureAxis labelled(List<Double> values) {
    return new FigureAxis(title, logarithmic, values, range);
  }

  /** The same axis over a range. */
  public FigureAxis over(Range shown) {
    return new FigureAxis(title, logarithmic, ticks, Optional.of(shown));
  }
}
