package org.shiftscope.compute.formula;

import java.util.ArrayList;
import java.util.List;

/** Leaves out the steps on which a value does not depend. */
final class Reachable {

  private Reachable() {}

  /** The steps that lead to one of them, which becomes the last. */
  static List<Step> from(List<Step> steps, int value) {
    boolean[] needed = new boolean[steps.size()];
    needed[value] = true;
    for (int i = value; i >= 0; i--) {
      if (needed[i]) {
        Step step = steps.get(i);
        if (step.operation().operands() > 0) {
          needed[step.first()] = true;
        }
        if (step.operation().operands() > 1) {
          needed[step.second()] = true;
        }
      }
    }
    int[] moved = new int[steps.size()];
    List<Step> kept = new ArrayList<>();
    for (int i = 0; i <= value; i++) {
      if (needed[i]) {
        moved[i] = kept.size();
        kept.add(moved(steps.get(i), moved));
      }
    }
    return List.copyOf(kept);
  }

  private static Step moved(Step step, int[] to) {
    return switch (step.operation().operands()) {
      case 0 -> step;
      case 1 -> new Step(step.operation(), to[step.first()], 0, step.number());
      default -> new Step(step.operation(), to[step.first()], to[step.second()], step.number());
    };
  }
}
