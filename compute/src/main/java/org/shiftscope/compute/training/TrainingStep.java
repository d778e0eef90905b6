package org.shiftscope.compute.training;

import org.shiftscope.compute.stage.StageCost;

/** The sorts of steps that trials with a network take, each counted for one sample. */
public enum TrainingStep {
  /** In a step of SGD, in float32. */
  SGD(1),
  /** In a full-data gradient. */
  GRADIENT(1),
  /** In a loss on the line. */
  LOSS(0.4),
  /** In a loss anywhere else. */
  EVALUATION(0.4),
  /** In a product with the Hessian. */
  PRODUCT(3),
  /** In a product with the covariance of the samples' gradients. */
  COVARIANCE_PRODUCT(2),
  /** Its gradient alone, apart from all others. */
  ALONE(30);

  /** Operations of plain Java that take as long as a gradient does for each parameter. */
  private static final double OPERATIONS = 0.3;

  private final double weight;

  TrainingStep(double weight) {
    this.weight = weight;
  }

  /**
   * What a stage costs that takes such steps.
   *
   * @param samples how many, each time that one is gone through
   */
  public StageCost cost(String stage, double samples) {
    return new StageCost(stage, name(), samples, weight);
  }

  /** The weight of operations of plain Java beside those of a network with so many parameters. */
  public static double weightOf(double operations, int parameters) {
    return operations / (OPERATIONS * parameters);
  }
}
