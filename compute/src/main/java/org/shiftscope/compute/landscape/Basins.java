package org.shiftscope.compute.landscape;

import java.util.List;
import org.shiftscope.compute.curve.Unproven;

/**
 * The basins of a curve.
 *
 * @param all ascending, at least one; together they fill the domain
 * @param unproven stretches where more may lie than is told
 */
record Basins(List<Basin> all, List<Unproven> unproven) {

  Basins {
    all = List.copyOf(all);
    unproven = List.copyOf(unproven);
  }
}
