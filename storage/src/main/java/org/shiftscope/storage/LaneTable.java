package org.shiftscope.storage;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The rows of db-scheduler for one lane. Each lane has a table of its own, since a scheduler
 * deletes the rows of tasks that it does not know. A row is one {@link TrialAttempt}; it is made in
 * the transaction that queues the trial, and goes in the one that ends the attempt.
 *
 * @param device the lane's device, lower-case letters and digits
 */
record LaneTable(String device) {

  /** Where trials go while no worker serves any. */
  static final LaneTable FIRST = new LaneTable("cpu");

  /** The name of db-scheduler's task. */
  static final String TASK = "trial";

  /** That of a trial. */
  static LaneTable of(Handle handle, ExperimentId experiment, int number) {
    return handle
        .createQuery("SELECT device FROM trial WHERE experiment = :experiment AND number = :number")
        .bind("experiment", experiment.value())
        .bind("number", number)
        .mapTo(String.class)
        .map(LaneTable::new)
        .one();
  }

  String name() {
    return "scheduled_tasks_" + device;
  }

  /** The lanes of an experiment's trials. */
  static List<LaneTable> of(Handle handle, ExperimentId experiment) {
    return handle
        .createQuery("SELECT DISTINCT device FROM trial WHERE experiment = :experiment")
        .bind("experiment", experiment.value())
        .mapTo(String.class)
        .map(LaneTable::new)
        .list();
  }

  /** The lanes of all trials that have not ended. */
  static List<LaneTable> ofAll(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT device FROM trial WHERE state IN ('queued', 'running')")
        .mapTo(String.class)
        .map(LaneTable::new)
        .list();
  }

  /** Makes a row for every queued trial of an experiment that waits for no other. */
  void addAll(Change change, ExperimentId experiment) {
    add(change, OF_ONE).bind("experiment", experiment.value()).execute();
  }

  /** Makes a row for a trial that was put back, or has all its inputs, if it has. */
  void addAgain(Change change, TrialAttempt attempt) {
    add(change, OF_ONE + " AND trial.number = :number")
        .bind("experiment", attempt.experiment().value())
        .bind("number", attempt.trial())
        .execute();
  }

  /**
   * Brings the rows in line with the trials. Those that the lanes of living workers have picked are
   * left to them.
   */
  void rebuild(Change change) {
    change
        .handle()
        .createUpdate(
            "DELETE FROM "
                + name()
                + " WHERE picked = FALSE OR picked_by IS NULL OR picked_by NOT IN"
                + " (SELECT :lane || worker.id FROM worker WHERE "
                + Workers.ALIVE
                + ")")
        .bind("lane", nameOf(""))
        .execute();
    addMissing(change);
  }

  /**
   * The name of a worker's scheduler for this lane: at most 50 characters, as db-scheduler keeps.
   */
  String nameOf(String worker) {
    return device + "-" + worker;
  }

  /** Makes a row for every queued trial that waits for no other. */
  void addMissing(Change change) {
    add(change, "trial.state = 'queued'").execute();
  }

  /** The next attempts at the trials that wait. */
  List<TrialAttempt> waiting(Handle handle) {
    return handle
        .createQuery(
            "SELECT experiment, number, attempts FROM trial"
                + " WHERE device = :device AND state = 'queued'")
        .bind("device", device)
        .map(
            (row, context) ->
                new TrialAttempt(
                    new ExperimentId(row.getString("experiment")),
                    row.getInt("number"),
                    row.getInt("attempts") + 1))
        .list();
  }

  /** Takes the rows away that nobody has picked. */
  void clear(Change change) {
    change.handle().execute("DELETE FROM " + name() + " WHERE picked = FALSE");
  }

  /** Takes an attempt's row away, if it is still there. */
  void remove(Change change, TrialAttempt attempt) {
    change
        .handle()
        .createUpdate("DELETE FROM " + name() + " WHERE task_instance = :name")
        .bind("name", attempt.name())
        .execute();
  }

  /** Takes the rows of an experiment away. */
  void removeAll(Change change, ExperimentId experiment) {
    removeLike(change, experiment.value() + ".%", "");
  }

  /** Compared so that the index of states is not taken: it leads through all trials that wait. */
  private static final String OF_ONE =
      "trial.state || '.' = 'queued.' AND trial.experiment = :experiment";

  /** Leaves a row to the next that looks for trials, since its lane is paused. */
  void release(Change change, TrialAttempt attempt) {
    change
        .handle()
        .createUpdate(
            "UPDATE "
                + name()
                + " SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                + " version = version + 1 WHERE task_instance = :name")
        .bind("name", attempt.name())
        .execute();
  }

  /** Takes the rows of one trial away. */
  void removeTrial(Change change, ExperimentId experiment, int number) {
    removeLike(change, experiment.value() + "." + number + ".%", "");
  }

  /** Makes the rows of an experiment anew that no worker has taken, after its place has changed. */
  static void order(Change change, ExperimentId experiment) {
    of(change.handle(), experiment)
        .forEach(
            table -> {
              table.removeLike(change, experiment.value() + ".%", " AND picked = FALSE");
              table.addAll(change, experiment);
            });
  }

  private void removeLike(Change change, String names, String which) {
    change
        .handle()
        .createUpdate("DELETE FROM " + name() + " WHERE task_instance LIKE :names" + which)
        .bind("names", names)
        .execute();
  }

  /**
   * Within the database, since an experiment may have ten thousand trials. Each row has the name of
   * a {@link TrialAttempt}, the next. db-scheduler runs rows by their priority, then by their time:
   * these are all past and say the order, by submission and then by number; so a trial that comes
   * back keeps its place. One that waits for the machine has the time at which it is tried again,
   * which is behind all others; so it goes before those of its experiment's priority by then. A row
   * that is there already stays.
   */
  private Update add(Change change, String which) {
    return change
        .handle()
        .createUpdate(
            "INSERT INTO "
                + name()
                + """
                 (task_name, task_instance, execution_time, picked, version, priority)
                SELECT :task,
                  trial.experiment || '.' || CAST(trial.number AS VARCHAR) || '.'
                    || CAST(trial.attempts + 1 AS VARCHAR),
                  COALESCE(trial.again_at, CAST(:epoch AS TIMESTAMP(6) WITH TIME ZONE)
                    + COALESCE(experiment.turn, experiment.place) * INTERVAL '1' SECOND
                    + trial.number * INTERVAL '0.000001' SECOND),
                  FALSE, 1,
                  2 * experiment.priority + CASE WHEN trial.again_at IS NULL THEN 0 ELSE 1 END
                FROM trial JOIN experiment ON experiment.id = trial.experiment
                WHERE trial.waits_for = 0 AND trial.device = :device AND NOT EXISTS (
                  SELECT 1 FROM\s
                """
                + name()
                + """
                 held WHERE held.task_name = :task AND held.task_instance = trial.experiment || '.'
                    || CAST(trial.number AS VARCHAR) || '.'
                    || CAST(trial.attempts + 1 AS VARCHAR)) AND\s
                """
                + which)
        .bind("task", TASK)
        .bind("epoch", Instant.EPOCH)
        .bind("device", device);
  }
}
