package org.shiftscope.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.TrialQueue.Lane;

/**
 * The rows of workers. Whoever has told nothing for 20 s is dead, by the database's clock: after so
 * long db-scheduler, too, takes over what it held.
 */
final class Workers {

  /** Holds for a row of {@code worker} that is at work. */
  static final String ALIVE =
      "(worker.ended IS NULL AND (worker.heartbeat IS NULL"
          + " OR worker.heartbeat > CURRENT_TIMESTAMP - INTERVAL '20' SECOND))";

  /**
   * Holds for a row of {@code worker} that is at work, or may be so again in a moment: a start anew
   * should not move all that waits to another device.
   */
  private static final String LATELY =
      "(worker.ended IS NULL AND worker.heartbeat IS NULL"
          + " OR worker.heartbeat > CURRENT_TIMESTAMP - INTERVAL '60' SECOND)";

  private static final String LANES =
      "SELECT device, CAST(SUM(slots) AS INTEGER) AS slots FROM worker_lane JOIN worker ON worker.id = worker_lane.worker WHERE ";

  /** {@code gpu2} before {@code gpu10}. */
  private static final String IN_ORDER = " GROUP BY device ORDER BY CHAR_LENGTH(device), device";

  private Workers() {}

  /**
   * Says that a worker is there; its times are set by the database.
   *
   * @param beats whether it will tell again and again
   */
  static boolean register(Change change, Worker worker, boolean beats) {
    Handle handle = change.handle();
    if (!exists(handle, worker.id())) {
      handle
          .createUpdate(
              "INSERT INTO worker (id, host, process, version, processor, kernels, started)"
                  + " VALUES (:id, :host, :process, :version, :processor, :kernels,"
                  + " CURRENT_TIMESTAMP)")
          .bind("id", worker.id())
          .bind("host", worker.host())
          .bind("process", worker.process())
          .bind("version", cut(worker.version(), 100))
          .bind("processor", cut(worker.processor(), 200))
          .bind("kernels", cut(worker.kernels(), 200))
          .execute();
    }
    handle.execute("DELETE FROM worker_lane WHERE worker = ?", worker.id());
    for (Lane lane : worker.lanes()) {
      handle.execute(
          "INSERT INTO worker_lane (worker, device, slots) VALUES (?, ?, ?)",
          worker.id(),
          lane.device(),
          lane.slots());
    }
    return !beats || beat(change, worker.id());
  }

  private static boolean exists(Handle handle, String id) {
    return handle
        .createQuery("SELECT 1 FROM worker WHERE id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  /** Says that a worker is alive, also one that was taken for dead. */
  static boolean beat(Change change, String id) {
    return change
            .handle()
            .createUpdate(
                "UPDATE worker SET heartbeat = CURRENT_TIMESTAMP, ended = NULL WHERE id = :id")
            .bind("id", id)
            .execute()
        == 1;
  }

  /** Notes that a worker stopped in order. */
  static int end(Change change, String id) {
    return change
        .handle()
        .createUpdate("UPDATE worker SET ended = CURRENT_TIMESTAMP WHERE id = :id")
        .bind("id", id)
        .execute();
  }

  /** Notes that none is left, where the database lets one process in, and that has just started. */
  static int endAll(Change change) {
    return change
        .handle()
        .execute("UPDATE worker SET ended = CURRENT_TIMESTAMP WHERE ended IS NULL");
  }

  /** Those that are alive, in the order of their starts. */
  static List<Worker> alive(Handle handle) {
    return handle
        .createQuery("SELECT * FROM worker WHERE " + ALIVE + " ORDER BY started, id")
        .map((row, context) -> worker(row, lanes(handle, row.getString("id"))))
        .list();
  }

  private static List<Lane> lanes(Handle handle, String worker) {
    return handle
        .createQuery(
            "SELECT device, slots FROM worker_lane WHERE worker = :worker"
                + " ORDER BY CHAR_LENGTH(device), device")
        .bind("worker", worker)
        .map((row, context) -> new Lane(row.getString("device"), row.getInt("slots")))
        .list();
  }

  private static Worker worker(ResultSet row, List<Lane> lanes) throws SQLException {
    return new Worker(
        row.getString("id"),
        row.getString("host"),
        row.getLong("process"),
        lanes,
        row.getString("version"),
        row.getString("processor"),
        row.getString("kernels"),
        InstantColumns.read(row, "started"),
        InstantColumns.readOptional(row, "heartbeat"));
  }

  /** The slots of those that are alive. */
  static int slots(Handle handle) {
    return handle
        .createQuery(
            "SELECT COALESCE(SUM(slots), 0) FROM worker_lane JOIN worker"
                + " ON worker.id = worker_lane.worker WHERE "
                + ALIVE)
        .mapTo(Integer.class)
        .one();
  }

  /** The slots of the lanes that some worker serves, by their devices, in order. */
  static Map<String, Integer> slotsByDevice(Handle handle) {
    return handle
        .createQuery(LANES + ALIVE + IN_ORDER)
        .reduceRows(
            new LinkedHashMap<>(),
            (slots, row) -> {
              slots.put(
                  row.getColumn("device", String.class), row.getColumn("slots", Integer.class));
              return slots;
            });
  }

  /** The devices of the lanes that some worker serves, or served a moment ago. */
  static List<String> servedLately(Handle handle) {
    return handle.createQuery(LANES + LATELY + IN_ORDER).mapTo(String.class).list();
  }

  /** The devices of the lanes that some worker ever served. */
  static List<String> everServed(Handle handle) {
    return handle.createQuery("SELECT DISTINCT device FROM worker_lane").mapTo(String.class).list();
  }
}
