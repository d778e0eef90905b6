package org.shiftscope.server.rest;

import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.ExperimentState;
import org.shiftscope.storage.ExperimentSummary;

/** Why an experiment stayed as it was: sentences for a person. */
final class Refusals {

  private Refusals() {}

  static String notCancelled(Experiment experiment) {
    return "There is nothing to cancel: " + has(experiment) + ".";
  }

  static String notPaused(Experiment experiment) {
    return "There is nothing to pause: " + has(experiment) + ".";
  }

  static String notResumed(Experiment experiment) {
    return "There is nothing to resume: no trial of experiment " + experiment.id() + " is paused.";
  }

  static String notMoved(Experiment experiment) {
    return "There is nothing to move: " + has(experiment) + ".";
  }

  static String notRetriedFailed(Experiment experiment) {
    return experiment.summary().deleted().isPresent()
        ? notRetried(experiment)
        : "There is nothing to retry: no trial of experiment " + experiment.id() + " has failed.";
  }

  static String notPurged(ExperimentSummary experiment) {
    return "Experiment " + experiment.id() + " is not deleted: delete it before purging it.";
  }

  static String notRetried(Experiment experiment) {
    if (experiment.summary().deleted().isPresent()) {
      return "Experiment " + experiment.id() + " is deleted: restore it before retrying it.";
    }
    return experiment.state() == ExperimentState.FINISHED
        ? "There is nothing to retry: every trial of experiment "
            + experiment.id()
            + " has a result."
        : "There is nothing to retry: " + has(experiment) + ".";
  }

  static String notDeleted(Experiment experiment) {
    return experiment.summary().deleted().isPresent()
        ? "There is nothing to delete: experiment " + experiment.id() + " is deleted already."
        : "Experiment " + experiment.id() + " has not ended: cancel it before deleting it.";
  }

  static String notEdited(Experiment experiment) {
    return "Experiment " + experiment.id() + " is deleted: restore it before changing it.";
  }

  static String notRestored(Experiment experiment) {
    return "There is nothing to restore: experiment " + experiment.id() + " is not deleted.";
  }

  private static String has(Experiment experiment) {
    String state = experiment.state().id();
    return "experiment "
        + experiment.id()
        + (experiment.state().ended() ? " has ended (" + state + ")" : " is " + state);
  }
}
