package org.shiftscope.storage;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The schema of a database of PostgreSQL as it was when this process opened it
 * (docs/decisions/059-rolling-upgrades.md).
 *
 * @param rank of its last migration, in the order in which they were made
 * @param migrated whether this process brought it there, from one that others may have worked with
 */
record OpenedSchema(int rank, boolean migrated) {

  private record Migration(int rank, String version) {}

  /** As it is now. */
  static OpenedSchema of(Handle handle, boolean migrated) {
    return new OpenedSchema(last(handle).rank(), migrated);
  }

  /** The version to which another process has brought it since; empty where none has. */
  Optional<String> newer(Handle handle) {
    return Optional.of(last(handle)).filter(last -> last.rank() > rank).map(Migration::version);
  }

  private static Migration last(Handle handle) {
    return handle
        .createQuery(
            "SELECT installed_rank, version FROM flyway_schema_history WHERE success"
                + " ORDER BY installed_rank DESC FETCH FIRST 1 ROW ONLY")
        .map(
            (row, context) -> new Migration(row.getInt("installed_rank"), row.getString("version")))
        .one();
  }
}
