package org.shiftscope.server;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.accounts.People;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away, each minute, sessions and links that are over, and what is old in the audit log. */
final class ForgetEnded implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ForgetEnded.class);

  private final People people;
  private final Duration audit;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("forget-ended").factory());

  ForgetEnded(People people, Duration audit) {
    this.people = people;
    this.audit = audit;
    var _ = thread.scheduleWithFixedDelay(this::forget, 1, 1, TimeUnit.MINUTES);
  }

  private void forget() {
    try {
      people.forget(audit);
    } catch (StorageUnavailable unavailable) {
      LOG.warn("Sessions that are over stay for another minute: {}", unavailable.getMessage());
    } catch (RuntimeException | Error thrown) { // it would be the last time
      GoOn.after(thrown, LOG, "Sessions that are over stay for another minute");
    }
  }

  /** Waits for what is under way, which needs an open database. */
  @Override
  public void close() {
    if (EndThread.goesOn(thread)) {
      LOG.warn("Sessions that are over are still being taken away: the next start goes on.");
    }
  }
}
