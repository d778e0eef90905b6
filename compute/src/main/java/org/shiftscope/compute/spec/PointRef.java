package org.shiftscope.compute.spec;

import java.util.Locale;
import java.util.Optional;

/**
 * A point that a trial reaches, named by another trial that needs it.
 *
 * @param experiment the id of the experiment whose trial it is; empty for the own one
 * @param trial the trial's number, from 0
 * @param point which of its points
 */
public record PointRef(
    Optional<String> experiment,
    @Within(least = 0, most = Axes.MOST_TRIALS - 1L) int trial,
    NamedPoint point) {

  public PointRef {
    new Problems()
        .require(
            experiment.isEmpty() || experiment.get().matches("[a-z0-9]{12}"),
            "experiment",
            "must be the id of an experiment: 12 lower-case letters and digits",
            experiment.orElse(""))
        .within(PointRef.class, "trial", trial)
        .refuseIfAny();
  }

  /** A point of a trial of the own experiment. */
  public static PointRef own(int trial, NamedPoint point) {
    return new PointRef(Optional.empty(), trial, point);
  }

  /** Its trial, for a person: {@code "trial 3 of experiment rantu94cjx3r"}. */
  public String trialName() {
    return "trial " + trial + experiment.map(id -> " of experiment " + id).orElse("");
  }

  /** Its point in the middle of a sentence: {@code "end of SGD"}. */
  public String pointName() {
    String title = point.title();
    return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
  }
}
