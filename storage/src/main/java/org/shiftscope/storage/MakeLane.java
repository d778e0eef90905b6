package org.shiftscope.storage;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Makes the table of a lane where there is none, or one of before. Every device that a trial names
 * has one, also where no worker ever served it: a record may have been restored or moved.
 */
final class MakeLane {

  private MakeLane() {}

  /** Makes the first, and those of all trials that there are. */
  static void ofEveryTrial(Database database) {
    database.read(MakeLane::devices).forEach(device -> make(database, new LaneTable(device)));
  }

  /** From one to the next by the index of states and devices: there may be 100,000 trials. */
  private static Set<String> devices(Handle handle) {
    Set<String> devices = new LinkedHashSet<>(Set.of(LaneTable.FIRST.device()));
    for (TrialState state : TrialState.values()) {
      Optional<String> next = after(handle, state, "");
      while (next.isPresent()) {
        devices.add(next.get());
        next = after(handle, state, next.get());
      }
    }
    return devices;
  }

  private static Optional<String> after(Handle handle, TrialState state, String device) {
    return handle
        .createQuery(
            "SELECT device FROM trial WHERE state = :state AND device > :device"
                + " ORDER BY state, device FETCH FIRST 1 ROWS ONLY")
        .bind("state", state.id())
        .bind("device", device)
        .mapTo(String.class)
        .findOne();
  }

  /** Makes one; of several processes one does, while the others wait. */
  static void make(Database database, LaneTable table) {
    // In a shared database even a change of nothing waits for who reads the table, a dump say, and
    // all others behind it. H2 takes each step for itself, so that a crash may have left a part.
    if (!database.isShared() || !database.read(handle -> isMade(handle, table))) {
      database.report(
          change -> {
            make(change.handle(), table);
            return true;
          });
    }
  }

  private static boolean isMade(Handle handle, LaneTable table) {
    return handle
        .createQuery(
            "SELECT 1 FROM information_schema.columns WHERE table_schema = CURRENT_SCHEMA"
                + " AND LOWER(table_name) = :table AND LOWER(column_name) = 'priority'")
        .bind("table", table.name())
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static void make(Handle handle, LaneTable table) {
    String name = table.name();
    handle.execute(
        "CREATE TABLE IF NOT EXISTS "
            + name
            + """
              (
              task_name VARCHAR(250) NOT NULL,
              task_instance VARCHAR(250) NOT NULL,
              task_data BYTEA,
              execution_time TIMESTAMP(6) WITH TIME ZONE NOT NULL,
              picked BOOLEAN NOT NULL,
              picked_by VARCHAR(50),
              last_success TIMESTAMP(6) WITH TIME ZONE,
              last_failure TIMESTAMP(6) WITH TIME ZONE,
              consecutive_failures INTEGER,
              last_heartbeat TIMESTAMP(6) WITH TIME ZONE,
              version BIGINT NOT NULL,
              priority SMALLINT DEFAULT 0 NOT NULL,
              PRIMARY KEY (task_name, task_instance))
            """);
    // Tables of before have none.
    handle.execute(
        "ALTER TABLE " + name + " ADD COLUMN IF NOT EXISTS priority SMALLINT DEFAULT 0 NOT NULL");
    // By an index of times alone, H2 would sort all that wait at each look.
    handle.execute("DROP INDEX IF EXISTS " + name + "_execution_time");
    index(handle, name, "last_heartbeat", "last_heartbeat");
    index(handle, name, "priority", "priority DESC, execution_time");
    PauseLane.know(handle, table.device());
  }

  private static void index(Handle handle, String table, String end, String columns) {
    handle.execute(
        "CREATE INDEX IF NOT EXISTS %1$s_%2$s ON %1$s (%3$s)".formatted(table, end, columns));
  }
}
