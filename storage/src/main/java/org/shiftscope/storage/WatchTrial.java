package org.shiftscope.storage;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import org.shiftscope.compute.spec.NamedPoint;
import org.shiftscope.compute.spec.PointRef;
import org.shiftscope.compute.stage.Input;
import org.shiftscope.compute.stage.LossCurve;
import org.shiftscope.compute.stage.TrialCheckpoints;
import org.shiftscope.compute.stage.TrialWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one attempt: progress goes to memory at every step, to the news about twice a second, and
 * to the table every two seconds.
 */
final class WatchTrial implements TrialWatch {

  private static final Logger LOG = LoggerFactory.getLogger(WatchTrial.class);
  private static final long BETWEEN_NEWS = 500_000_000;
  private static final long BETWEEN_WRITES = 2_000_000_000;
  private static final long AFTER_REFUSAL = 20_000_000_000L;
  private static final int LONGEST_PHASE = 100;

  /** So long a trial may go on until it comes to where it can keep a checkpoint. */
  private static final long UNTIL_CHECKPOINT = 6_000_000_000L;

  /** Where its lane closes, which waits a little longer for it. */
  static final Duration UNTIL_CLOSED = Duration.ofSeconds(4);

  private final Database database;
  private final TrialAttempt attempt;
  private final TrialLane lane;
  private final KeepCheckpoints checkpoints;
  private final ThinLosses losses;
  private volatile boolean stopped;

  /** Why it is to stop once it has kept a checkpoint; empty where it is not. */
  private volatile Optional<Leave> leave = Optional.empty();

  private volatile Progress reached;

  // only touched by the trial's thread
  private final Map<NamedPoint, PackedParameters> points = new EnumMap<>(NamedPoint.class);
  private long told;
  private long written;
  private Duration spentBefore = Duration.ZERO;
  private Optional<Duration> limit = Optional.empty();

  /** Why a trial is to leave its device, with a checkpoint. */
  enum Reason {
    PAUSED,
    LANE_PAUSED,
    OUT_OF_TIME,
    CLOSING
  }

  /** {@code until}: when it leaves without a checkpoint, on the clock that nobody sets back. */
  private record Leave(Reason reason, long until) {}

  WatchTrial(Database database, TrialAttempt attempt, TrialLane lane, KeepCheckpoints checkpoints) {
    this.database = database;
    this.attempt = attempt;
    this.lane = lane;
    this.checkpoints = checkpoints;
    this.losses = new ThinLosses(database::nanoTime);
    this.written = database.nanoTime();
    this.told = written - BETWEEN_NEWS;
    this.reached = new Progress("", 0, 0, written);
  }

  /**
   * How far the trial is.
   *
   * @param phase what it is doing
   * @param fraction share of its expected work that is done
   * @param found the share that this attempt found done in a checkpoint
   * @param since when it was prepared, its samples read, and began or went on from there, on the
   *     clock that nobody sets back
   */
  record Progress(String phase, double fraction, double found, long since) {

    Progress at(String newPhase, double newFraction) {
      return new Progress(newPhase, newFraction, found, since);
    }

    /** Writes it, as long as the attempt runs. */
    boolean write(Change change, TrialAttempt attempt, Duration spent) {
      return change
              .handle()
              .createUpdate(
                  "UPDATE trial SET phase = :phase, fraction = :fraction, found = :found,"
                      + " spent = :spent WHERE experiment = :experiment AND number = :number AND attempts = :attempt AND state ="
                      + " 'running'")
              .bind("phase", phase.substring(0, Math.min(LONGEST_PHASE, phase.length())))
              .bind("fraction", fraction)
              .bind("found", found)
              .bind("spent", spent.toMillis() / 1e3)
              .bind("experiment", attempt.experiment().value())
              .bind("number", attempt.trial())
              .bind("attempt", attempt.attempt())
              .execute()
          == 1;
    }
  }

  Progress reached() {
    return reached;
  }

  boolean isOn(String device) {
    return lane.device().equals(device);
  }

  /** Begins an attempt, before its thread goes to work. */
  void begin(TakeUpTrial.TakenUp taken) {
    spentBefore = taken.spent();
    limit = taken.limit();
  }

  /** Asks the trial to stop at once, since nobody waits for it any more. */
  void stop() {
    stopped = true;
  }

  /** Asks the trial to keep a checkpoint and then to stop. */
  void leave(Reason reason) {
    if (leave.isEmpty()) {
      checkpoints.ask();
      // Where nothing is done yet there is nothing to keep.
      long wait = reached.fraction() > reached.found() ? UNTIL_CHECKPOINT : 0;
      leave = Optional.of(new Leave(reason, database.nanoTime() + wait));
    }
  }

  /** The same before its lane closes, which may be told in the midst of a pause. */
  void leaveBeforeClosing() {
    leave(Reason.CLOSING);
    long latest = database.nanoTime() + UNTIL_CLOSED.toNanos();
    leave =
        leave.map(asked -> asked.until() - latest > 0 ? new Leave(asked.reason(), latest) : asked);
  }

  /** Why the trial was asked to leave its device; empty where it was not. */
  Optional<Reason> leaves() {
    return leave.map(Leave::reason);
  }

  @Override
  public boolean cancelled() {
    return stopped || leave.map(this::mayLeave).orElseGet(lane::closing);
  }

  private boolean mayLeave(Leave asked) {
    return !checkpoints.isAsked() || database.nanoTime() - asked.until() >= 0;
  }

  /** How long the trial has worked, in this attempt and those before. */
  Duration spent() {
    return reached.phase().isEmpty()
        ? spentBefore
        : spentBefore.plusNanos(database.nanoTime() - reached.since());
  }

  @Override
  public void progress(String phase, double fraction) {
    double share = Math.clamp(fraction, 0, 1);
    long now = database.nanoTime();
    boolean goesOn = checkpoints.goesOn();
    // What waits for memory has done nothing yet.
    boolean begins = reached.fraction() == 0 && !phase.equals(reached.phase());
    reached = goesOn || begins ? new Progress(phase, share, share, now) : reached.at(phase, share);
    if (now - told >= BETWEEN_NEWS) {
      told = now;
      tell();
    }
    if (goesOn || now - written >= BETWEEN_WRITES) {
      written = now;
      write();
    }
    if (limit.filter(most -> spent().compareTo(most) > 0).isPresent()) {
      leave(Reason.OUT_OF_TIME);
    }
  }

  @Override
  public void losses(String stage, long step, double loss, DoubleSupplier gradientNorm) {
    losses.at(stage, step, loss, gradientNorm);
  }

  /** How the loss went so far in the stages that descend on one. */
  List<LossCurve> lossCurves() {
    return losses.curves();
  }

  @Override
  public void reached(NamedPoint point, double[] theta) {
    points.put(point, PackedParameters.pack(theta));
  }

  @Override
  public Input input(PointRef point) {
    return database.read(handle -> ReadInputs.find(handle, attempt.experiment(), point));
  }

  /** The points that were reached, for the trial's thread. */
  Map<NamedPoint, PackedParameters> points() {
    return points;
  }

  @Override
  public TrialCheckpoints checkpoints() {
    return checkpoints;
  }

  private void tell() {
    if (!cancelled()) {
      database.tellProgress(attempt, "");
    }
  }

  /**
   * Writes how far it is, and hears where it does not run any more: a server in another process may
   * have stopped it. Progress that cannot be written is no reason to stop a trial.
   */
  private void write() {
    try {
      Duration spent = spent();
      TrialState state =
          database.note(
              change ->
                  reached.write(change, attempt, spent)
                      ? TrialState.RUNNING
                      : ReadTrials.isTheLast(change.handle(), attempt)
                          ? TrialState.PAUSED
                          : TrialState.CANCELLED);
      if (state == TrialState.PAUSED) {
        leave(Reason.PAUSED);
      } else if (state == TrialState.CANCELLED) {
        stop();
      }
    } catch (StorageUnavailable unavailable) {
      LOG.warn("The progress of trial {} is not written: {}", attempt, unavailable.getMessage());
      written = database.nanoTime() + AFTER_REFUSAL; // asking took its time, too
    }
  }
}
