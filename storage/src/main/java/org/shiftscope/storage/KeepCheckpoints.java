package org.shiftscope.storage;

import java.io.InputStream;
import java.util.Optional;
import org.shiftscope.compute.stage.TrialCheckpoints;

/**
 * Keeps the checkpoints of one attempt, and says when: every two seconds at most, and so seldom
 * that they cost less than a hundredth of the trial's time; and one at once where somebody asks.
 * Used by the trial's thread alone, but for {@link #ask} and {@link #isAsked}.
 */
final class KeepCheckpoints implements TrialCheckpoints {

  private static final long LEAST_WAIT = 2_000_000_000;
  private static final int SHARE = 100;

  private final Database database;
  private final Checkpoints kept;
  private final TrialAttempt attempt;
  private long next;
  private boolean goesOn;
  private volatile boolean asked;

  KeepCheckpoints(Database database, Checkpoints kept, TrialAttempt attempt) {
    this.database = database;
    this.kept = kept;
    this.attempt = attempt;
    this.next = database.nanoTime() + LEAST_WAIT;
  }

  @Override
  public Optional<InputStream> newest() {
    Optional<InputStream> found = kept.newest(attempt);
    goesOn |= found.isPresent();
    return found;
  }

  /** Whether the trial has asked for a checkpoint and got one, since this was asked last. */
  boolean goesOn() {
    boolean went = goesOn;
    goesOn = false;
    return went;
  }

  /** Makes one due now, from whatever thread. */
  void ask() {
    asked = true;
  }

  /** Whether one was asked for that the trial has not come to keep yet. */
  boolean isAsked() {
    return asked;
  }

  @Override
  public boolean due() {
    return asked || database.nanoTime() - next >= 0;
  }

  @Override
  public void keep(Content content) {
    long start = database.nanoTime();
    if (isStillWanted()) {
      kept.keep(attempt, content);
    }
    asked = false;
    long end = database.nanoTime();
    next = end + Math.max(LEAST_WAIT, (end - start) * SHARE);
  }

  /** An attempt that was given up leaves nothing behind. */
  private boolean isStillWanted() {
    try {
      return database.read(handle -> ReadTrials.isTheLast(handle, attempt));
    } catch (StorageUnavailable unavailable) {
      return true; // it does no harm
    }
  }
}
