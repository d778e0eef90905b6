package org.shiftscope.ui.experiment;

import java.util.Optional;
import org.shiftscope.storage.Experiment;
import org.shiftscope.ui.wording.EmptyState;
import org.shiftscope.ui.wording.FormatTime;

/** What stands where charts will be. */
final class NothingMeasured {

  private NothingMeasured() {}

  /**
   * What to say.
   *
   * @param trouble why its trials do not start
   */
  static EmptyState of(Experiment experiment, Optional<String> trouble) {
    return trouble
        .map(why -> new EmptyState("No trial starts now", why))
        .orElseGet(() -> ofState(experiment));
  }

  private static EmptyState ofState(Experiment experiment) {
    return switch (experiment.state()) {
      case QUEUED ->
          new EmptyState(
              "Waiting for a free slot",
              "The first trial starts as soon as a running one ends. This page fills by itself.");
      case RUNNING -> new EmptyState("No trial has finished yet", expectation(experiment));
      case PAUSED ->
          new EmptyState(
              "Paused before the first result", "Resume lets its trials go on where they were.");
      case FINISHED ->
          new EmptyState(
              "No trial could be measured",
              "Every trial diverged or did not converge; the table of trials says what to change.");
      case FAILED ->
          new EmptyState(
              "No trial has a result",
              "They failed; the table of trials says why. Retry once that is mended.");
      case CANCELLED ->
          new EmptyState(
              "Cancelled before the first result", "Retry runs the trials that have no result.");
    };
  }

  private static String expectation(Experiment experiment) {
    // The mean pace of the trials left; a first result seldom comes later than this.
    int left = Math.max(1, experiment.progress().trials() - experiment.progress().ended());
    return experiment
            .progress()
            .timeLeft()
            .map(time -> time.dividedBy(left).multipliedBy(Math.min(left, 2)))
            .map(time -> "The first result is expected in " + FormatTime.about(time) + ". ")
            .orElse("")
        + "This page fills by itself.";
  }
}
