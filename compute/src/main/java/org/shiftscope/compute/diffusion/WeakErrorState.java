package org.shiftscope.compute.diffusion;

import java.util.List;

/**
 * The weak error between two learning rates.
 *
 * @param errors at the learning rates so far
 */
public record WeakErrorState(List<Errors> errors) {

  /**
   * The errors at one learning rate.
   *
   * @param mean of E θ by Langevin's equation
   * @param secondMoment of E θ² by Langevin's equation
   * @param corrected of E θ² by the equation of second order
   */
  record Errors(double mean, double secondMoment, double corrected) {}
}
