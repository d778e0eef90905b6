package org.shiftscope.storage;

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

  private final Database database;
  private final TrialAttempt attempt;
  private final TrialLane lane;
  private final KeepCheckpoints checkpoints;
  private final ThinLosses losses;
  private volatile boolean stopped;
  private volatile Progress reached;

  // only touched by the trial's thread
  private final Map<NamedPoint, PackedParameters> points = new EnumMap<>(NamedPoint.class);
  private long told;
  private long written;

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
    boolean write(Change change, TrialAttempt attempt) {
      return change
              .handle()
              .createUpdate(
                  "UPDATE trial SET phase = :phase, fraction = :fraction, found = :found WHERE"
                      + " experiment = :experiment AND number = :number AND attempts = :attempt AND"
                      + " state = 'running'")
              .bind("phase", phase.substring(0, Math.min(LONGEST_PHASE, phase.length())))
              .bind("fraction", fraction)
              .bind("found", found)
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

  /** Asks the trial to stop, since nobody wants this attempt any more. */
  void stop() {
    stopped = true;
  }

  @Override
  public boolean cancelled() {
    return stopped || lane.closing();
  }

  @Override
  public void progress(String phase, double fraction) {
    double share = Math.clamp(fraction, 0, 1);
    long now = database.nanoTime();
    boolean goesOn = checkpoints.goesOn();
    boolean begins = reached.phase().isEmpty();
    reached = goesOn || begins ? new Progress(phase, share, share, now) : reached.at(phase, share);
    if (now - told >= BETWEEN_NEWS) {
      told = now;
      tell();
    }
    if (goesOn || now - written >= BETWEEN_WRITES) {
      written = now;
      write();
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
      database.tellProgress(
          new Event(
              0,
              attempt.experiment(),
              Event.Type.TRIAL_PROGRESS,
              Optional.of(attempt.trial()),
              database.now(),
              ""));
    }
  }

  /**
   * Progress that cannot be written is no reason to stop a trial; that it is no longer wanted is:
   * the attempt was cancelled, or given to another worker while this one was frozen.
   */
  private void write() {
    try {
      if (!database.note(change -> reached.write(change, attempt))) {
        stop();
      }
    } catch (StorageUnavailable unavailable) {
      LOG.warn("The progress of trial {} is not written: {}", attempt, unavailable.getMessage());
      written = database.nanoTime() + AFTER_REFUSAL; // asking took its time, too
    }
  }
}
