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
public record Axis(String title, boolean logarithmic, List<Double> ticks, Optional<Range> range) {

  public Axis {
    ticks = List.copyOf(ticks);
  }

  /** An even axis with round numbers. */
  public static Axis linear(String title) {
    return new Axis(title, false, List.of(), Optional.empty());
  }

  /** An axis on which equal factors are equal lengths, with the decades labelled. */
  public static Axis logarithmic(String title) {
    return new Axis(title, true, List.of(), Optional.empty());
  }

  /** The same axis with these values labelled alone. */
  public Axis labelled(List<Double> values) {
    return new Axis(title, logarithmic, values, range);
  }

  /** The same axis over a range. */
  public Axis over(Range shown) {
    return new Axis(title, logarithmic, ticks, Optional.of(shown));
  }
}
