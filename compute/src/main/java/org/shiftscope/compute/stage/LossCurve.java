package org.shiftscope.compute.stage;

import java.util.List;

/**
 * How the loss went in a stage of a trial that runs.
 *
 * @param stage its name: "SGD", "train point"
 * @param points in the order of the steps, thinned
 */
public record LossCurve(String stage, List<Point> points) {

  public LossCurve {
    points = List.copyOf(points);
  }

  /**
   * A step.
   *
   * @param step steps of SGD, or gradients of a refinement, so far
   * @param loss of the minibatch before the step, without the L2 term, or of all samples
   * @param gradientNorm ‖∇L‖ of the same loss
   */
  public record Point(long step, double loss, double gradientNorm) {}
}
