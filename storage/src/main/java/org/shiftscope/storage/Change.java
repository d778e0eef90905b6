package org.shiftscope.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.shiftscope.storage.accounts.AuditLog;

/** One lasting change: a transaction, its moment, and the events that tell of it. */
final class Change {

  private final Handle handle;
  private final Instant now;
  private final List<Event> events = new ArrayList<>();
  private Holdings gained = Holdings.NOTHING;
  private boolean lasting;
  private boolean ofAccounts;

  Change(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
  }

  Handle handle() {
    return handle;
  }

  Instant now() {
    return now;
  }

  /** Notes rows that this change brought into a table, or took away: below 0. */
  void gain(String table, long rows) {
    gained = gained.plus(table, rows);
  }

  /** The rows that it brought so far. What gains or loses any must tell of it, too. */
  Holdings gained() {
    return gained;
  }

  /** Notes that who asks did something to something, in the audit log. */
  void audit(String action, String subject) {
    AuditLog.note(handle, now, action, subject);
    makeLasting();
  }

  /** The disk itself has to keep it, also where it tells of no event. */
  void makeLasting() {
    lasting = true;
  }

  boolean isLasting() {
    return lasting || !events.isEmpty();
  }

  /** Notes that it changed who may do what, which other processes keep in memory, too. */
  void tellOfAccounts() {
    ofAccounts = true;
  }

  boolean isOfAccounts() {
    return ofAccounts;
  }

  /** The events so far, in order. */
  List<Event> events() {
    return List.copyOf(events);
  }

  /**
   * Keeps others from changing an experiment or its trials until this change is on disk.
   *
   * @return its state, or empty where it is unknown
   */
  Optional<ExperimentState> lock(ExperimentId id) {
    return handle
        .createQuery("SELECT state FROM experiment WHERE id = :id FOR UPDATE")
        .bind("id", id.value())
        .map((row, context) -> Names.find(ExperimentState.values(), row.getString("state")))
        .findOne();
  }

  /** Tells of an experiment that is gone, and with it the place where its news was kept. */
  void tellOfPurged(ExperimentId id) {
    events.add(Event.ofPurge(id, now));
  }

  void tellOfExperiment(ExperimentId id, Event.Type type, String message) {
    tell(id, type, Optional.empty(), message);
  }

  void tellOfTrial(ExperimentId id, int trial, Event.Type type, String message) {
    tell(id, type, Optional.of(trial), message);
  }

  private void tell(ExperimentId id, Event.Type type, Optional<Integer> trial, String message) {
    long sequence =
        handle
            .createUpdate(
                "INSERT INTO event (experiment, type, trial, at, message)"
                    + " VALUES (:experiment, :type, :trial, :at, :message)")
            .bind("experiment", id.value())
            .bind("type", type.id())
            .bind("trial", trial)
            .bind("at", now)
            .bind("message", message)
            .executeAndReturnGeneratedKeys("sequence")
            .mapTo(Long.class)
            .one();
    events.add(new Event(sequence, id, type, trial, now, message));
  }
}
