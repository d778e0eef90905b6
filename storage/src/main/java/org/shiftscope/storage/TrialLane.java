package org.shiftscope.storage;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.fault.EndProcess;

/**
 * One lane at work: db-scheduler on the lane's own table, with a thread for each slot.
 *
 * <p>db-scheduler only says which attempt is next and who is alive; the trial's row says what is
 * true. (1) An attempt that ends takes its queue row away in its own transaction, so db-scheduler's
 * completion has nothing to do. (2) An attempt that cannot even be taken up, on a full disk, stays
 * picked without a heartbeat, and is found dead after 20 s: then it waits again. (3) Looking for
 * trials is woken by each submission; the slow poll is for what news did not tell of, and slow
 * because each look puts candidates into memory. (4) Its name has the worker's id, so that others
 * know whose rows are picked.
 */
final class TrialLane implements TrialQueue.Running {

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final int MISSED_HEARTBEATS = 4; // the fewest that db-scheduler takes
  private static final Duration OBEY = Duration.ofSeconds(2);
  private static final Duration CLOSING = WatchTrial.UNTIL_CLOSED.plusSeconds(1);

  private final Lane lane;
  private final LaneTable table;
  private final RunQueuedTrial run;
  private final Lanes lanes;
  private final Threads.Housekeepers housekeepers;
  private final Scheduler scheduler;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean paused;
  private final AtomicBoolean stopped = new AtomicBoolean();

  TrialLane(Lane lane, OpenedDatabase opened, RunQueuedTrial run, Lanes lanes) {
    this.lane = lane;
    this.table = new LaneTable(lane.device());
    this.run = run;
    this.lanes = lanes;
    this.housekeepers = new Threads.Housekeepers("lane-" + lane.device() + "-heartbeat");
    this.scheduler = scheduler(opened);
  }

  private Scheduler scheduler(OpenedDatabase opened) {
    String name = table.nameOf(run.worker().id());
    return Scheduler.create(opened.writing(), task())
        .tableName(table.name())
        .schedulerName(new SchedulerName.Fixed(name))
        .clock(run.worker().clock())
        .threads(lane.slots())
        .executorService(new Threads.Pool("trial-" + lane.device(), lane.slots()))
        .dueExecutor(new Threads.Endless("lane-" + lane.device() + "-due", this::wake))
        .housekeeperExecutor(housekeepers)
        .enablePriority()
        .pollUsingFetch(0.5, 2)
        .pollingInterval(POLL)
        .heartbeatInterval(LivingWorker.HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .jdbcCustomization(opened.scheduling())
        .shutdownMaxWait(CLOSING)
        .failureLogging(LogLevel.WARN, false)
        .build();
  }

  private CustomTask<Void> task() {
    return Tasks.custom(LaneTable.TASK, Void.class)
        .onFailure(
            (done, operations) -> done.getCause().ifPresent(EndProcess::whereDamaged)) // see (2)
        .onDeadExecution((done, operations) -> revive(attempt(done)))
        .execute(
            (instance, context) -> {
              TrialAttempt attempt = TrialAttempt.named(instance.getId());
              if (lanes.room().await(attempt, this)) {
                run.run(attempt, this);
              }
              return (done, operations) -> {}; // see (1)
            });
  }

  private void revive(TrialAttempt attempt) {
    run.revive(attempt, table);
    wake(); // the candidates in memory do not know of it
  }

  private static TrialAttempt attempt(ExecutionComplete done) {
    return TrialAttempt.named(done.getExecution().taskInstance.getId());
  }

  String device() {
    return lane.device();
  }

  int slots() {
    return lane.slots();
  }

  AttemptRules rules() {
    return lane.rules();
  }

  LaneTable table() {
    return table;
  }

  void start() {
    obey();
    housekeepers.scheduleWithFixedDelay(
        this::obey, OBEY.toMillis(), OBEY.toMillis(), TimeUnit.MILLISECONDS);
    scheduler.start();
  }

  /**
   * Takes no trials while the lane is paused, and lets those go that run. Which it is stands in the
   * database: another process may have written it. A trial that is taken up all the same is refused
   * by {@link TakeUpTrial}.
   */
  void obey() {
    boolean wanted;
    try {
      wanted = run.isPaused(table);
    } catch (StorageUnavailable unknown) {
      return;
    }
    if (wanted) {
      scheduler.pause();
      run.pauseAll(table);
    } else if (paused) {
      scheduler.resume();
      wake();
    }
    paused = wanted;
  }

  /** Makes the lane look for trials now. */
  void wake() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Makes the lane look for trials after a time. */
  void wakeAfter(Duration time) {
    housekeepers.schedule(this::wake, time.toMillis() + 1, TimeUnit.MILLISECONDS);
  }

  /** Makes all lanes look, since an end in this one may have freed trials of others. */
  void wakeAll() {
    lanes.wake();
  }

  /** Whether trials should stop, since the lane closes. */
  boolean closing() {
    return closed.getCount() == 0;
  }

  /** Waits, but not beyond the lane's closing. Returns whether it closes. */
  boolean closesWithin(Duration time) {
    try {
      return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Asks its trials to keep a checkpoint and stop, and waits for none. */
  void ask() {
    run.closeAll(table);
    closed.countDown();
  }

  @Override
  public void close() {
    if (stopped.compareAndSet(false, true)) {
      ask();
      scheduler.stop();
      run.putBackAll(table);
      lanes.forget(this);
    }
  }
}
