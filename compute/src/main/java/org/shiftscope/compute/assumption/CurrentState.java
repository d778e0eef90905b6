package org.shiftscope.compute.assumption;

import java.util.List;
import java.util.Optional;
import org.shiftscope.compute.random.GeneratorState;

/**
 * Walkers that carry a current, between two steps of one of their groups.
 *
 * @param done the groups that are done
 * @param within the group that is not done; empty at the end
 */
public record CurrentState(List<Group> done, Optional<Walking> within) {

  /**
   * What a group has counted. All per unit of area and time.
   *
   * @param density shape [bins²]
   * @param currentX shape [bins²]
   * @param currentY shape [bins²]
   * @param rotation ∮ around the domain's middle, in a unit of time
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Group(double[] density, double[] currentX, double[] currentY, double rotation) {}

  /**
   * A group after some of its steps.
   *
   * @param step steps done
   * @param x where its walkers are, shape [walkers of the group]
   * @param y the same
   * @param random where their generator stands
   * @param counted so far
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Walking(int step, double[] x, double[] y, GeneratorState random, Group counted) {}
}
