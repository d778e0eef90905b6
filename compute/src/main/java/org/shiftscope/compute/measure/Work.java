package org.shiftscope.compute.measure;

import org.shiftscope.compute.training.TrainingStep;

/**
 * A part of what a measure costs.
 *
 * @param step the sort of steps
 * @param passes how often they go through the train samples, at least 0
 */
record Work(TrainingStep step, double passes) {

  /** In gradients of the whole train loss. */
  double gradients() {
    return step.cost("", passes).gradients();
  }
}
