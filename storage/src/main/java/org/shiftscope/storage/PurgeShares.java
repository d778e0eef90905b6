package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Takes shares away for good. */
final class PurgeShares {

  private static final String ENDED = "(revoked < :time OR expires < :time)";

  private PurgeShares() {}

  /** Those that do not outlive an experiment that is being purged. */
  static void with(Change change, ExperimentId experiment) {
    List<String> due =
        change
            .handle()
            .createQuery(
                "SELECT DISTINCT id FROM shared_view JOIN shared_view_of"
                    + " ON shared_view_of.shared_view = shared_view.id"
                    + " WHERE shared_view_of.experiment = :experiment AND NOT kept")
            .bind("experiment", experiment.value())
            .mapTo(String.class)
            .list();
    due.forEach(id -> one(change, new ShareId(id)));
  }

  /** Those whose link expired or was revoked before a time. */
  static List<ShareId> due(Handle handle, Instant time) {
    return handle
        .createQuery("SELECT id FROM shared_view WHERE " + ENDED)
        .bind("time", time)
        .map((row, context) -> new ShareId(row.getString("id")))
        .list();
  }

  /** One of those; not where somebody lets its link go on meanwhile. Returns whether it is gone. */
  static boolean ifDue(Change change, ShareId id, Instant time) {
    boolean still =
        change
            .handle()
            .createQuery("SELECT id FROM shared_view WHERE id = :id AND " + ENDED + " FOR UPDATE")
            .bind("id", id.value())
            .bind("time", time)
            .mapTo(String.class)
            .findOne()
            .isPresent();
    return still && one(change, id);
  }

  /** One of them. Returns whether there was one. */
  static boolean one(Change change, ShareId id) {
    delete(change, "shared_view_part", "shared_view", id);
    delete(change, "shared_view_of", "shared_view", id);
    change.audit("purge-share", id.value());
    return delete(change, "shared_view", "id", id) == 1;
  }

  private static int delete(Change change, String table, String column, ShareId id) {
    return change
        .handle()
        .createUpdate("DELETE FROM " + table + " WHERE " + column + " = :id")
        .bind("id", id.value())
        .execute();
  }
}
