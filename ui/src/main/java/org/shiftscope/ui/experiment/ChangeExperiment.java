package org.shiftscope.ui.experiment;

import org.shiftscope.storage.Experiment;
import org.shiftscope.storage.Experiments;
import org.shiftscope.ui.wording.Notify;

/** What a person can do to an experiment, each with its message and its undo. */
public final class ChangeExperiment {

  private final Experiments experiments;

  /** Changes experiments through the front door. */
  public ChangeExperiment(Experiments experiments) {
    this.experiments = experiments;
  }

  /** Stops it; the undo queues what was stopped again. */
  public void cancel(Experiment experiment) {
    if (experiments.cancel(experiment.id())) {
      Notify.undoable(
          "Cancelled “" + title(experiment) + "”; its results so far are kept.",
          () -> experiments.retry(experiment.id()));
    } else {
      Notify.problem("“" + title(experiment) + "” had ended before, so nothing was cancelled.");
    }
  }

  /** Queues again every trial without a result. */
  public void retry(Experiment experiment) {
    if (experiments.retry(experiment.id())) {
      Notify.done("Queued again the trials of “" + title(experiment) + "” that have no result.");
    } else {
      Notify.problem("“" + title(experiment) + "” has no trial to run again.");
    }
  }

  /**
   * Hides it from the list; the undo brings it back.
   *
   * @return whether it was deleted
   */
  public boolean delete(Experiment experiment) {
    if (!experiments.delete(experiment.id())) {
      Notify.problem(
          "“"
              + title(experiment)
              + "” was not deleted: cancel it first, or wait until it has ended.");
      return false;
    }
    Notify.undoable(
        "Deleted “" + title(experiment) + "”.", () -> experiments.restore(experiment.id()));
    return true;
  }

  private static String title(Experiment experiment) {
    return experiment.spec().title();
  }
}
