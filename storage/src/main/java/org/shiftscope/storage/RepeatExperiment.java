package org.shiftscope.storage;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Keeps which experiment runs which again. */
final class RepeatExperiment {

  private RepeatExperiment() {}

  static boolean note(Change change, ExperimentId id, ExperimentId repeated) {
    return change
            .handle()
            .createUpdate("UPDATE experiment SET repeats = :repeated WHERE id = :id")
            .bind("repeated", repeated.value())
            .bind("id", id.value())
            .execute()
        == 1;
  }

  /** What an experiment runs again. */
  static Optional<ExperimentId> repeatedBy(Handle handle, ExperimentId id) {
    return handle
        .createQuery("SELECT repeats FROM experiment WHERE id = :id AND repeats IS NOT NULL")
        .bind("id", id.value())
        .mapTo(String.class)
        .map(ExperimentId::new)
        .findOne();
  }

  /** Which run an experiment again, the newest first. */
  static List<ExperimentId> of(Handle handle, ExperimentId id) {
    return handle
        .createQuery(
            "SELECT id FROM experiment WHERE repeats = :id AND deleted IS NULL ORDER BY place DESC")
        .bind("id", id.value())
        .mapTo(String.class)
        .map(ExperimentId::new)
        .list();
  }
}
