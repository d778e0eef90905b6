package org.shiftscope.storage;

import java.util.Optional;

/** Hides an ended experiment, and brings it back. */
final class DeleteExperiment {

  private DeleteExperiment() {}

  static boolean delete(Change change, ExperimentId id) {
    boolean deleted =
        change
                .handle()
                .createUpdate(
                    "UPDATE experiment SET deleted = :now WHERE id = :id AND deleted IS NULL"
                        + " AND state IN ('finished', 'failed', 'cancelled')")
                .bind("now", change.now())
                .bind("id", id.value())
                .execute()
            == 1;
    if (deleted) {
      change.tellOfExperiment(id, Event.Type.EXPERIMENT_DELETED, "Deleted. It can be restored.");
    }
    return deleted;
  }

  static boolean restore(Change change, ExperimentId id) {
    boolean restored =
        change
                .handle()
                .createUpdate(
                    "UPDATE experiment SET deleted = NULL WHERE id = :id AND deleted IS NOT NULL")
                .bind("id", id.value())
                .execute()
            == 1;
    if (restored) {
      change.tellOfExperiment(id, Event.Type.EXPERIMENT_RESTORED, "Restored.");
    }
    return restored;
  }

  static boolean isDeleted(Change change, ExperimentId id) {
    Optional<Integer> found =
        change
            .handle()
            .createQuery("SELECT 1 FROM experiment WHERE id = :id AND deleted IS NOT NULL")
            .bind("id", id.value())
            .mapTo(Integer.class)
            .findOne();
    return found.isPresent();
  }
}
