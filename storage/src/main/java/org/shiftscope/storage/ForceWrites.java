package org.shiftscope.storage;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the disk itself keep what was committed, so that a power cut does not take it. What a
 * person is told to be done is forced before they are told; what workers report, within a second,
 * since a trial whose end is lost runs again. Many commits share one forcing.
 */
final class ForceWrites implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ForceWrites.class);
  private static final long SECONDS_BETWEEN = 1;

  private final Runnable force;
  private final ScheduledExecutorService often = new Threads.Housekeepers("force");
  private final AtomicLong committed = new AtomicLong();
  private long forced;

  /**
   * @param force waits until the disk has all that was committed
   */
  ForceWrites(Runnable force) {
    this.force = force;
    often.scheduleWithFixedDelay(
        this::whatWorkersReported, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
  }

  /** Notes a commit, one at a time. Returns its number. */
  long committed() {
    return committed.incrementAndGet();
  }

  /** Waits until a commit and those before it are on the disk itself. */
  synchronized void upTo(long commit) {
    if (forced < commit) {
      long all = committed.get();
      force.run();
      forced = all;
    }
  }

  private void whatWorkersReported() {
    try {
      upTo(committed.get());
    } catch (RuntimeException refused) { // the next second tries again
      LOG.warn("The disk does not keep what was written: {}", refused.getMessage());
    }
  }

  /** Waits for a forcing under way, which needs an open database. */
  @Override
  public void close() {
    often.close();
  }
}
