package org.shiftscope.compute.curve;

import java.util.List;

/**
 * Every change of sign of a slope on a domain.
 *
 * @param from the domain's lower end
 * @param to its upper end
 * @param changes ascending, rising and falling by turns
 * @param signAtStart the slope's sign at the domain's lower end; 0 where it is 0, or not larger
 *     than its rounding
 * @param signAtEnd that at its upper end
 * @param unproven stretches where more may lie than is told
 */
public record Roots(
    double from,
    double to,
    List<Root> changes,
    int signAtStart,
    int signAtEnd,
    List<Unproven> unproven) {

  public Roots {
    changes = List.copyOf(changes);
    unproven = List.copyOf(unproven);
  }
}
