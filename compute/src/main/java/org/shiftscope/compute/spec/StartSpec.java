package org.shiftscope.compute.spec;

/**
 * Where the SGD of one trial starts, in place of weights that are drawn.
 *
 * @param trial the trial, from 0
 * @param from the point: that of a trial with the same network on images of the same size
 */
public record StartSpec(@Within(least = 0, most = Axes.MOST_TRIALS - 1L) int trial, PointRef from) {

  public StartSpec {
    new Problems().within(StartSpec.class, "trial", trial).refuseIfAny();
  }
}
