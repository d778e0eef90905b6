package org.shiftscope.ui.experiment;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Duration;
import java.util.Optional;
import org.shiftscope.compute.data.DatasetUnavailable;
import org.shiftscope.compute.estimate.Estimate;
import org.shiftscope.compute.spec.ExperimentSpec;
import org.shiftscope.compute.spec.InvalidSpec;
import org.shiftscope.storage.ExperimentEdit;
import org.shiftscope.storage.ExperimentSummary;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.ui.frame.Backend;
import org.shiftscope.ui.frame.Navigation;
import org.shiftscope.ui.wording.Notify;

/** What a person can do to an experiment, each with its message and its undo. */
public record ChangeExperiment(Experiments experiments) {

  /** Stops it; the undo queues what was stopped again. */
  public void cancel(ExperimentSummary experiment) {
    if (experiments.cancel(experiment.id())) {
      Notify.undoable(
          "Cancelled “" + title(experiment) + "”; its results so far are kept.",
          () -> experiments.retry(experiment.id()));
    } else {
      Notify.problem("“" + title(experiment) + "” had ended before, so nothing was cancelled.");
    }
  }

  /** Queues again every trial without a result. */
  public void retry(ExperimentSummary experiment) {
    if (experiments.retry(experiment.id())) {
      Notify.done("Queued again the trials of “" + title(experiment) + "” that have no result.");
    } else {
      Notify.problem("“" + title(experiment) + "” has no trial to run again.");
    }
  }

  /** Runs its spec again, as an experiment of its own, and goes there. */
  void again(ExperimentSummary experiment, Backend backend) {
    Optional<ExperimentSpec> spec = experiments.spec(experiment.id().value());
    if (spec.isEmpty()) {
      Notify.problem("“" + title(experiment) + "” is gone, so it cannot run again.");
      return;
    }
    try {
      backend.host().check(spec.get());
      Optional<Duration> expected = backend.estimates().known(spec.get()).map(Estimate::work);
      Navigation.toExperiment(experiments.again(experiment.id(), spec.get(), expected).id());
    } catch (InvalidSpec | DatasetUnavailable | StorageUnavailable refused) {
      Notify.problem("It cannot run here: " + refused.getMessage());
    }
  }

  /** Brings it back from the bin. */
  public void restore(ExperimentSummary experiment) {
    if (experiments.restore(experiment.id())) {
      Notify.done("Restored “" + title(experiment) + "”.");
    } else {
      Notify.problem("“" + title(experiment) + "” is not in the bin any more.");
    }
  }

  /** Asks for another title and other tags; the undo brings back those of before. */
  public void editLabels(ExperimentSummary experiment) {
    new LabelsDialog(experiments, experiment, this::edit).open();
  }

  private void edit(ExperimentSummary experiment, ExperimentEdit edit) {
    var before =
        new ExperimentEdit(
            Optional.of(experiment.title()),
            Optional.of(experiment.labels().tags()),
            Optional.empty(),
            Optional.empty());
    if (edit.equals(before)) {
      return;
    }
    change(experiment, edit, before, "Changed title and tags of “" + title(experiment) + "”.");
  }

  /** Makes it a favourite, or none; a second press is the undo. */
  public void favour(ExperimentSummary experiment, boolean favourite) {
    if (!experiments.edit(experiment.id(), ExperimentEdit.favourite(favourite))) {
      sayGone(experiment);
    }
  }

  /** Takes it out of the list or puts it back, whichever it is not; the undo does the other. */
  public void archive(ExperimentSummary experiment) {
    boolean archived = experiment.labels().archived().isPresent();
    change(
        experiment,
        ExperimentEdit.archived(!archived),
        ExperimentEdit.archived(archived),
        archived
            ? "“" + title(experiment) + "” is in the list again."
            : "Archived “"
                + title(experiment)
                + "”: it is out of the list, and nothing is deleted.");
  }

  private void change(
      ExperimentSummary experiment, ExperimentEdit edit, ExperimentEdit undo, String done) {
    if (experiments.edit(experiment.id(), edit)) {
      Notify.undoable(done, () -> experiments.edit(experiment.id(), undo));
    } else {
      sayGone(experiment);
    }
  }

  private static void sayGone(ExperimentSummary experiment) {
    Notify.problem(
        "“" + title(experiment) + "” is in the bin or gone: restore it to change anything.");
  }

  /** Asks, and takes it away for good. */
  public void purge(ExperimentSummary experiment, Runnable then) {
    var ask = new ConfirmDialog();
    ask.setHeader("Purge “" + title(experiment) + "”?");
    ask.setText("Its results are gone for good then. This cannot be undone.");
    ask.setCancelable(true);
    ask.setConfirmText("Purge");
    ask.setConfirmButtonTheme("error primary");
    ask.addConfirmListener(
        confirmed -> {
          if (experiments.purge(experiment.id())) {
            Notify.done("Purged “" + title(experiment) + "”.");
            then.run();
          } else {
            Notify.problem(
                experiments
                    .whyKept(experiment.id())
                    .orElse("“" + title(experiment) + "” is not in the bin any more."));
          }
        });
    ask.open();
  }

  /**
   * Puts it into the bin; the undo brings it back.
   *
   * @return whether it was deleted
   */
  public boolean delete(ExperimentSummary experiment) {
    if (!experiments.delete(experiment.id())) {
      Notify.problem(
          experiments.summary(experiment.id()).flatMap(ExperimentSummary::deleted).isPresent()
              ? "“" + title(experiment) + "” is in the bin already."
              : "“"
                  + title(experiment)
                  + "” was not deleted: cancel it first, or wait until it has ended.");
      return false;
    }
    Notify.undoable(
        "Deleted “" + title(experiment) + "”.", () -> experiments.restore(experiment.id()));
    return true;
  }

  private static String title(ExperimentSummary experiment) {
    return experiment.title();
  }
}
