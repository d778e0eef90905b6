package org.shiftscope.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An axis as it is meant.
 *
 * @param title what it measures, with its unit
 * @param logarithmic whether equal factors are equal lengths
 * @param ticks values to label; empty for round numbers
 * @param names what the ticks are called, each; empty where they are numbers
 * @param range what it shows; empty for what is drawn
 */
public record FigureAxis(
    String title,
    boolean logarithmic,
    List<Double> ticks,
    List<String> names,
    Optional<Range> range) {

  public FigureAxis {
    ticks = List.copyOf(ticks);
    names = List.copyOf(names);
  }

  /** An even axis with round numbers. */
  public static FigureAxis linear(String title) {
    return new FigureAxis(title, false, List.of(), List.of(), Optional.empty());
  }

  /** An even axis of things side by side: the first from 0 to 1, the next to 2. */
  public static FigureAxis places(String title, List<String> names) {
    List<Double> middles = IntStream.range(0, names.size()).mapToObj(place -> place + 0.5).toList();
    return new FigureAxis(title, false, middles, names, Optional.of(new Range(0, names.size())));
  }

  /** An axis on which equal factors are equal lengths, with the decades labelled. */
  public static FigureAxis logarithmic(String title) {
    return new FigureAxis(title, true, List.of(), List.of(), Optional.empty());
  }

  /** The same axis with these values labelled alone. */
  public FigureAxis labelled(List<Double> values) {
    return new FigureAxis(title, logarithmic, values, List.of(), range);
  }

  /** The same axis over a range. */
  public FigureAxis over(Range shown) {
    return new FigureAxis(title, logarithmic, ticks, names, Optional.of(shown));
  }
}
