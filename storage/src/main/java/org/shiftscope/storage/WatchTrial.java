package org.shiftscope.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.shiftscope.compute.result.NamedPoint;
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
  private static final Duration BETWEEN_NEWS = Duration.ofMillis(500);
  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(2);

  private final Database database;
  private final TrialAttempt attempt;
  private final TrialLane lane;
  private final TrialCheckpoints checkpoints;
  private volatile boolean stopped;
  private volatile Standing standing = new Standing("", 0);

  // only touched by the trial's thread
  private final Map<NamedPoint, PackedParameters> points = new EnumMap<>(NamedPoint.class);
  private Instant told = Instant.MIN;
  private Instant written;

  WatchTrial(
      Database database, TrialAttempt attempt, TrialLane lane, TrialCheckpoints checkpoints) {
    this.database = database;
    this.attempt = attempt;
    this.lane = lane;
    this.checkpoints = checkpoints;
    this.written = database.now();
  }

  /** How far the trial is. */
  record Standing(String phase, double fraction) {}

  Standing standing() {
    return standing;
  }

  boolean isOn(String device) {
    return lane.device().equals(device);
  }

  /** Asks the trial to stop, since its experiment was cancelled. */
  void stop() {
    stopped = true;
  }

  @Override
  public boolean cancelled() {
    return stopped || lane.closing();
  }

  @Override
  public void progress(String phase, double fraction) {
    standing = new Standing(phase, Math.clamp(fraction, 0, 1));
    Instant now = database.now();
    if (!now.isBefore(told.plus(told.equals(Instant.MIN) ? Duration.ZERO : BETWEEN_NEWS))) {
      told = now;
      tell(now);
    }
    if (!now.isBefore(written.plus(BETWEEN_WRITES))) {
      written = now;
      write();
    }
  }

  @Override
  public void reached(NamedPoint point, double[] theta) {
    points.put(point, PackedParameters.pack(theta));
  }

  /** The points that were reached, for the trial's thread. */
  Map<NamedPoint, PackedParameters> points() {
    return points;
  }

  @Override
  public TrialCheckpoints checkpoints() {
    return checkpoints;
  }

  private void tell(Instant now) {
    if (!cancelled()) {
      database
          .news()
          .tell(
              new Event(
                  0,
                  attempt.experiment(),
                  Event.Type.TRIAL_PROGRESS,
                  Optional.of(attempt.trial()),
                  now,
                  ""));
    }
  }

  /** Progress that cannot be written is no reason to stop a trial. */
  private void write() {
    try {
      database.change(change -> TrialProgress.write(change, attempt, standing));
    } catch (StorageUnavailable unavailable) {
      LOG.warn("The progress of trial {} is not written: {}", attempt, unavailable.getMessage());
    }
  }
}
