package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads the lasting events. */
final class ReadEvents {

  private ReadEvents() {}

  static List<Event> of(Handle handle, ExperimentId id, long after) {
    return handle
        .createQuery(
            "SELECT sequence, experiment, type, trial, at, message FROM event"
                + " WHERE experiment = :experiment AND sequence > :after ORDER BY sequence")
        .bind("experiment", id.value())
        .bind("after", after)
        .map((row, context) -> event(row))
        .list();
  }

  /** Of all experiments, in their order. */
  static List<Event> after(Handle handle, long sequence, int limit) {
    return handle
        .createQuery(
            "SELECT sequence, experiment, type, trial, at, message FROM event"
                + " WHERE sequence > :after ORDER BY sequence FETCH FIRST :limit ROWS ONLY")
        .bind("after", sequence)
        .bind("limit", limit)
        .map((row, context) -> event(row))
        .list();
  }

  /** The sequence of the last of them all; 0 where there is none. */
  static long last(Handle handle) {
    return handle
        .createQuery("SELECT COALESCE(MAX(sequence), 0) FROM event")
        .mapTo(Long.class)
        .one();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getLong("sequence"),
        new ExperimentId(row.getString("experiment")),
        Names.find(Event.Type.values(), row.getString("type")),
        Optional.ofNullable(row.getObject("trial", Integer.class)),
        InstantColumns.read(row, "at"),
        row.getString("message"));
  }
}
