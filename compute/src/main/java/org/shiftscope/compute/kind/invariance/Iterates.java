package org.shiftscope.compute.kind.invariance;

import java.util.List;

/**
 * Iterates of SGD.
 *
 * @param iterates θ, shape [d] each; fewer while they are taken
 */
record Iterates(List<double[]> iterates) {

  Iterates {
    iterates = List.copyOf(iterates);
  }
}
