package org.shiftscope.storage;

import org.jdbi.v3.core.Handle;

/** Makes the database write, and leaves no trace: a row comes and goes in one transaction. */
final class TryWriting {

  private static final String TASK = "try-writing";

  private TryWriting() {}

  static boolean to(Change change, LaneTable lane) {
    Handle handle = change.handle();
    handle
        .createUpdate(
            "INSERT INTO "
                + lane.name()
                + " (task_name, task_instance, execution_time, picked, version)"
                + " VALUES (:task, :task, :time, FALSE, 1)")
        .bind("task", TASK)
        .bind("time", change.now())
        .execute();
    handle
        .createUpdate("DELETE FROM " + lane.name() + " WHERE task_name = :task")
        .bind("task", TASK)
        .execute();
    return true;
  }
}
