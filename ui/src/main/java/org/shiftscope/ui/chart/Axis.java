package org.shiftscope.ui.chart;

import java.util.List;

/**
 * An axis as it is meant.
 *
 * @param title what it measures, with its unit
 * @param logarithmic whether equal factors are equal lengths
 * @param ticks values to label; empty for round numbers
 */
public record Axis(String title, boolean logarithmic, List<Double> ticks) {

  public Axis {
    ticks = List.copyOf(ticks);
  }

  /** An even axis with round numbers. */
  public static Axis linear(String title) {
    return new Axis(title, false, List.of());
  }

  /** An axis on which equal factors are equal lengths, with the decades labelled. */
  public static Axis logarithmic(String title) {
    return new Axis(title, true, List.of());
  }
}
