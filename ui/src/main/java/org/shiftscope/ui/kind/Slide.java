package org.shiftscope.ui.kind;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import org.shiftscope.compute.spec.Temperatures;

/**
 * A range of temperatures to slide through.
 *
 * @param from the lowest, above 0
 * @param to the highest, above {@code from}
 * @param start where the slider stands first
 */
public record Slide(double from, double to, double start) {

  /** From the lowest to the highest of a spec's temperatures; empty where there is one alone. */
  public static Optional<Slide> between(Temperatures temperatures) {
    Slide all = beyond(temperatures, 1);
    return all.from < all.to ? Optional.of(all) : Optional.empty();
  }

  /** Beyond a spec's temperatures by a factor to both sides. */
  public static Slide beyond(Temperatures temperatures, double factor) {
    var all = temperatures.values().stream().mapToDouble(Double::doubleValue).summaryStatistics();
    return new Slide(
        all.getMin() / factor, all.getMax() * factor, temperatures.values().getFirst());
  }

  /** That of a spec's temperatures which is nearest to the one looked at, in their logarithms. */
  public static double nearest(Temperatures temperatures, OptionalDouble looked) {
    double at = Math.log(looked.orElse(temperatures.values().getFirst()));
    return temperatures.values().stream()
        .min(Comparator.comparingDouble(value -> Math.abs(Math.log(value) - at)))
        .orElseThrow();
  }
}
