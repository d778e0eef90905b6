package org.shiftscope.storage;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shiftscope.compute.stage.TrialCheckpoints;

/**
 * Keeps the checkpoints of one attempt, and says when: every two seconds at most, and so seldom
 * that they cost less than a hundredth of the trial's time. Used by the trial's thread alone.
 */
final class KeepCheckpoints implements TrialCheckpoints {

  private static final Duration LEAST_WAIT = Duration.ofSeconds(2);
  private static final int SHARE = 100;

  private final Database database;
  private final CheckpointFolder folder;
  private final TrialAttempt attempt;
  private Instant next;

  KeepCheckpoints(Database database, CheckpointFolder folder, TrialAttempt attempt) {
    this.database = database;
    this.folder = folder;
    this.attempt = attempt;
    this.next = database.now().plus(LEAST_WAIT);
  }

  @Override
  public Optional<InputStream> newest() {
    return folder.newest(attempt);
  }

  @Override
  public boolean due() {
    return !database.now().isBefore(next);
  }

  @Override
  public void keep(Content content) {
    Instant start = database.now();
    if (isStillWanted()) {
      folder.keep(attempt, content);
    }
    Instant end = database.now();
    Duration wait = Duration.between(start, end).multipliedBy(SHARE);
    next = end.plus(wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait);
  }

  /** An attempt that was given up leaves no file behind. */
  private boolean isStillWanted() {
    try {
      return database.read(handle -> ReadTrials.isRunning(handle, attempt));
    } catch (StorageUnavailable unavailable) {
      return true; // the file does no harm
    }
  }
}
