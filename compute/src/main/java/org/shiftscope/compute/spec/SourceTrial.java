package org.shiftscope.compute.spec;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trial that another experiment looks at.
 *
 * @param experiment the id of its experiment
 * @param trial its number there, from 0
 */
public record SourceTrial(String experiment, int trial) {

  /** Stands for an experiment that is yet to be chosen: no experiment has this id. */
  public static final String TO_BE_CHOSEN = "000000000000";

  public SourceTrial {
    point(experiment, trial, NamedPoint.SGD_END);
  }

  /** Some of its points, as inputs of trial 0. {@code field}: where the spec's JSON names it. */
  List<TrialInput> inputs(String field, NamedPoint... points) {
    return Stream.of(points)
        .map(point -> new TrialInput(0, field, point(experiment, trial, point)))
        .toList();
  }

  /** By the laws of a point. */
  private static PointRef point(String experiment, int trial, NamedPoint point) {
    return new PointRef(Optional.of(experiment), trial, point);
  }
}
