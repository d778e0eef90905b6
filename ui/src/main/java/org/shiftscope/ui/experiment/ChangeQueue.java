package org.shiftscope.ui.experiment;

import java.util.Locale;
import org.shiftscope.compute.kind.TrialLimits;
import org.shiftscope.storage.ControlQueue;
import org.shiftscope.storage.ExperimentEdit;
import org.shiftscope.storage.ExperimentId;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Queueing;
import org.shiftscope.storage.TrialState;
import org.shiftscope.ui.wording.Notify;

/** What a person can do to how trials wait and run, each with its message. */
public record ChangeQueue(Experiments experiments) {

  private ControlQueue control() {
    return experiments.control();
  }

  /** Pauses what waits and runs; the undo lets it go on. */
  public void pause(ExperimentSummary experiment) {
    if (control().pause(experiment.id())) {
      Notify.undoable(
          "Paused “"
              + experiment.title()
              + "”; what runs keeps a checkpoint and leaves its device.",
          () -> control().resume(experiment.id()));
    } else {
      Notify.problem("“" + experiment.title() + "” has nothing that waits or runs.");
    }
  }

  /** Lets what is paused go on. */
  public void resume(ExperimentSummary experiment) {
    if (control().resume(experiment.id())) {
      Notify.done("“" + experiment.title() + "” goes on as soon as a slot is free.");
    } else {
      Notify.problem("“" + experiment.title() + "” has no paused trial.");
    }
  }

  /** Queues again what failed, but nothing that was cancelled. */
  void retryFailed(ExperimentSummary experiment) {
    if (control().retryFailed(experiment.id())) {
      Notify.done("Queued again the trials of “" + experiment.title() + "” that failed.");
    } else {
      Notify.problem("“" + experiment.title() + "” has no failed trial.");
    }
  }

  /** Puts it before all others that wait. */
  public void toFront(ExperimentSummary experiment) {
    if (control().toFront(experiment.id())) {
      Notify.done("“" + experiment.title() + "” is next.");
    } else {
      Notify.problem("“" + experiment.title() + "” has ended, so it waits for nothing.");
    }
  }

  /** Asks for another place in the queue; the undo brings back the one of before. */
  void ask(ExperimentSummary experiment, TrialLimits limits) {
    new QueueDialog(experiment, limits, this::edit, this::toFront).open();
  }

  private void edit(ExperimentSummary experiment, Queueing wanted) {
    Queueing before = experiment.labels().queueing();
    if (wanted.equals(before)) {
      return;
    }
    if (experiments.edit(experiment.id(), ExperimentEdit.queueing(wanted))) {
      Notify.undoable(
          "Changed the place of “" + experiment.title() + "” in the queue.",
          () -> experiments.edit(experiment.id(), ExperimentEdit.queueing(before)));
    } else {
      Notify.problem("“" + experiment.title() + "” is in the bin or gone.");
    }
  }

  /** What the button in a trial's row does, by the trial's state. */
  void trial(ExperimentId id, int number, TrialState state) {
    boolean changed =
        switch (state) {
          case QUEUED, RUNNING -> control().pause(id, number);
          case PAUSED -> control().resume(id, number);
          case FAILED, CANCELLED -> control().retry(id, number);
          case FINISHED -> false;
        };
    if (!changed) {
      Notify.problem(
          "Trial " + number + " is no longer " + state.title().toLowerCase(Locale.ROOT) + ".");
    }
  }
}
