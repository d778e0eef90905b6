package org.shiftscope.storage;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Changes what a person put on an experiment, and tells what is otherwise now. */
final class EditExperiment {

  private final Change change;
  private final ExperimentId id;
  private final List<String> told = new ArrayList<>();

  private EditExperiment(Change change, ExperimentId id) {
    this.change = change;
    this.id = id;
  }

  /** Returns false where it is unknown or deleted; true where it is as wanted now. */
  static boolean edit(Change change, ExperimentId id, ExperimentEdit edit) {
    if (change.lock(id).isEmpty() || DeleteExperiment.isDeleted(change, id)) {
      return false;
    }
    new EditExperiment(change, id).make(edit);
    return true;
  }

  private void make(ExperimentEdit edit) {
    edit.title().ifPresent(this::rename);
    edit.tags().ifPresent(this::tag);
    edit.favourite().ifPresent(this::favour);
    edit.archived().ifPresent(this::archive);
    edit.priority().ifPresent(this::rank);
    edit.trialHours().ifPresent(this::limit);
    if (!told.isEmpty()) {
      change.tellOfExperiment(id, Event.Type.EXPERIMENT_EDITED, String.join(" ", told));
    }
  }

  /** The title is one of the things that must come back as they were stored. */
  private void rename(String title) {
    if (update("title = :value", "title <> :value", title)) {
      Checksums.storeOfSpec(change.handle(), id.value());
      told.add("Renamed to “" + title + "”.");
    }
  }

  private void tag(List<String> tags) {
    if (tags.equals(ReadLabels.tags(change.handle(), id))) {
      return;
    }
    Handle handle = change.handle();
    handle.createUpdate("DELETE FROM tag WHERE experiment = :id").bind("id", id.value()).execute();
    for (String tag : tags) {
      handle
          .createUpdate("INSERT INTO tag (experiment, name) VALUES (:id, :name)")
          .bind("id", id.value())
          .bind("name", tag)
          .execute();
    }
    told.add(tags.isEmpty() ? "It has no tags now." : "Tagged " + String.join(", ", tags) + ".");
  }

  private void favour(boolean favourite) {
    if (update("favourite = :value", "favourite <> :value", favourite)) {
      told.add(favourite ? "A favourite now." : "No favourite any more.");
    }
  }

  private void archive(boolean archived) {
    if (archived && update("archived = :value", "archived IS NULL", change.now())) {
      told.add("Archived.");
    } else if (!archived && update("archived = NULL", "archived IS NOT NULL", false)) {
      told.add("Out of the archive.");
    }
  }

  private void rank(int priority) {
    if (update("priority = :value", "priority <> :value", priority)) {
      LaneTable.order(change, id);
      told.add("Its priority is " + priority + " now.");
    }
  }

  private void limit(double hours) {
    if (hours == 0) {
      if (update("trial_seconds = NULL", "trial_seconds IS NOT NULL", hours)) {
        told.add("Its trials have the server's own limit of time now.");
      }
    } else if (update(
        "trial_seconds = :value",
        "(trial_seconds IS NULL OR trial_seconds <> :value)",
        hours * 3_600)) {
      told.add("Each of its trials may take " + Queueing.say(Queueing.ofHours(hours)) + " now.");
    }
  }

  private boolean update(String set, String where, Object value) {
    var update =
        change
            .handle()
            .createUpdate("UPDATE experiment SET " + set + " WHERE id = :id AND " + where)
            .bind("id", id.value());
    return (set.contains(":value") ? update.bind("value", value) : update).execute() == 1;
  }
}
