package org.shiftscope.storage;

import java.util.List;
import java.util.function.Predicate;

/**
 * What people do with the queue: pause and resume, order, try again. Each change says whether
 * anything changed. Safe for use by many threads.
 */
public final class ControlQueue {

  private final Database database;
  private final RunningTrials running;
  private final Lanes lanes;
  private final ReadSummaries summaries;

  ControlQueue(Database database, RunningTrials running, Lanes lanes, ReadSummaries summaries) {
    this.database = database;
    this.running = running;
    this.lanes = lanes;
    this.summaries = summaries;
  }

  /**
   * Pauses every trial of an experiment that has not ended: those that wait do not start, those
   * that run keep a checkpoint and leave their device within ten seconds.
   *
   * @return whether anything changed: false where all had ended or were paused, or it is unknown
   */
  public boolean pause(ExperimentId id) {
    boolean paused = change("pause", id.value(), change -> PauseTrials.pause(change, id));
    if (paused) {
      running.pause(id, number -> true);
    }
    return paused;
  }

  /** Pauses one trial, as {@link #pause(ExperimentId)}. */
  public boolean pause(ExperimentId id, int number) {
    boolean paused =
        change("pause-trial", trial(id, number), change -> PauseTrials.pause(change, id, number));
    if (paused) {
      running.pause(id, each -> each == number);
    }
    return paused;
  }

  /**
   * Lets the paused trials of an experiment go on, from their checkpoints, in its old place.
   *
   * @return whether anything changed: false where none was paused, or it is unknown
   */
  public boolean resume(ExperimentId id) {
    return queued(change("resume", id.value(), change -> PauseTrials.resume(change, id)));
  }

  /** Lets one paused trial go on. */
  public boolean resume(ExperimentId id, int number) {
    return queued(
        change(
            "resume-trial", trial(id, number), change -> PauseTrials.resume(change, id, number)));
  }

  /**
   * Queues again the trials that failed, and leaves those that were cancelled; also while others
   * run.
   *
   * @return whether anything changed: false where none failed, it is deleted, or unknown
   */
  public boolean retryFailed(ExperimentId id) {
    return queued(
        change("retry-failed", id.value(), change -> RetryExperiment.retryFailed(change, id)));
  }

  /** Queues again one trial that failed or was cancelled; also while others run. */
  public boolean retry(ExperimentId id, int number) {
    return queued(
        change(
            "retry-trial", trial(id, number), change -> RetryExperiment.retry(change, id, number)));
  }

  /**
   * Puts an experiment before all others that wait, with the priority of those; trials that run go
   * on.
   *
   * @return whether anything changed: false where it has ended, or is unknown
   */
  public boolean toFront(ExperimentId id) {
    return queued(change("to-front", id.value(), change -> MoveToFront.move(change, id)));
  }

  /**
   * Experiments of which trials wait, in the order in which they are taken up.
   *
   * @param limit at most so many
   */
  public List<ExperimentId> order(int limit) {
    return database.read(handle -> MoveToFront.line(handle, limit));
  }

  /** The same with all that is known of them without their specs. */
  public List<ExperimentSummary> line(int limit) {
    return database.read(
        handle ->
            MoveToFront.line(handle, limit).stream()
                .flatMap(id -> summaries.of(handle, id).stream())
                .toList());
  }

  /** Every lane that ever was, by its device's name. */
  public List<LaneSummary> lanes() {
    return database.read(PauseLane::all);
  }

  /**
   * Pauses a lane, in all processes: its trials that wait do not start, those that run keep a
   * checkpoint and wait again within ten seconds.
   *
   * @return whether anything changed: false where it was paused, or is unknown
   */
  public boolean pauseLane(String device) {
    boolean paused = change("pause-lane", device, change -> PauseLane.pause(change, device));
    lanes.obey();
    return paused;
  }

  /** Lets a lane go on. Returns whether anything changed. */
  public boolean resumeLane(String device) {
    boolean resumed = change("resume-lane", device, change -> PauseLane.resume(change, device));
    lanes.obey();
    return resumed;
  }

  private static String trial(ExperimentId id, int number) {
    return id.value() + "/" + number;
  }

  private boolean queued(boolean changed) {
    if (changed) {
      lanes.wake();
    }
    return changed;
  }

  private boolean change(String action, String subject, Predicate<Change> changing) {
    return database.change(
        change -> {
          boolean changed = changing.test(change);
          if (changed) {
            change.audit(action, subject);
          }
          return changed;
        });
  }
}
