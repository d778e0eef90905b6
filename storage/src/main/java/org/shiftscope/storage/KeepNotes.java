package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps every version of the notes of experiments. */
final class KeepNotes {

  private KeepNotes() {}

  /** The newest; {@link Note#NONE} where nobody wrote. */
  static Note newest(Handle handle, ExperimentId id) {
    return handle
        .createQuery("SELECT COALESCE(MAX(version), 0) FROM note WHERE experiment = :id")
        .bind("id", id.value())
        .mapTo(Integer.class)
        .findOne()
        .flatMap(version -> version(handle, id, version))
        .orElse(Note.NONE);
  }

  static Optional<Note> version(Handle handle, ExperimentId id, int version) {
    return handle
        .createQuery(
            "SELECT version, text, at FROM note WHERE experiment = :id AND version = :version")
        .bind("id", id.value())
        .bind("version", version)
        .map(
            (row, context) ->
                new Note(
                    row.getInt("version"),
                    row.getString("text"),
                    InstantColumns.readOptional(row, "at")))
        .findOne();
  }

  /** Without their texts, the newest first. */
  static List<Note.Version> versions(Handle handle, ExperimentId id) {
    return handle
        .createQuery(
            "SELECT version, CHAR_LENGTH(text) AS characters, at FROM note WHERE experiment = :id"
                + " ORDER BY version DESC")
        .bind("id", id.value())
        .map(
            (row, context) ->
                new Note.Version(
                    row.getInt("version"),
                    row.getInt("characters"),
                    InstantColumns.read(row, "at")))
        .list();
  }

  /**
   * Keeps a text as the next version, where nobody wrote since the one that it began with; the same
   * text makes none.
   */
  static Optional<Note> write(Change change, ExperimentId id, int begunWith, String text) {
    if (change.lock(id).isEmpty() || DeleteExperiment.isDeleted(change, id)) {
      return Optional.empty();
    }
    Note newest = newest(change.handle(), id);
    if (newest.version() != begunWith) {
      return Optional.empty();
    }
    return Optional.of(
        newest.text().equals(text) ? newest : insert(change, id, newest.version() + 1, text));
  }

  private static Note insert(Change change, ExperimentId id, int version, String text) {
    change
        .handle()
        .createUpdate(
            "INSERT INTO note (experiment, version, text, at) VALUES (:id, :version, :text, :at)")
        .bind("id", id.value())
        .bind("version", version)
        .bind("text", text)
        .bind("at", change.now())
        .execute();
    change.tellOfExperiment(
        id, Event.Type.EXPERIMENT_EDITED, "Note written, version " + version + ".");
    return new Note(version, text, Optional.of(change.now()));
  }
}
