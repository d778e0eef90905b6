package org.shiftscope.server;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.shiftscope.storage.BackupUnderWay;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows when the newest backup was made, for whoever watches the server: looked for each minute in
 * a thread of its own, since the backups themselves are for administrators, and each is opened.
 */
final class WatchBackups implements Supplier<Optional<Instant>>, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchBackups.class);

  private final Optional<Backups> backups;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("watch-backups").factory());
  private volatile Optional<Instant> last = Optional.empty();

  /** {@code backups}: empty where none are made. */
  WatchBackups(Optional<Backups> backups) {
    this.backups = backups;
    var _ = looks.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.MINUTES);
  }

  private void look() {
    try {
      last = backups.flatMap(Backups::last).map(backup -> backup.manifest().made());
    } catch (StorageUnavailable unavailable) {
      LOG.warn("The backups cannot be looked at: {}", unavailable.getMessage());
    } catch (RuntimeException | Error thrown) { // it would be the last time
      GoOn.after(thrown, LOG, "The backups cannot be looked at");
    }
  }

  /** When it was made; empty where there is none. */
  @Override
  public Optional<Instant> get() {
    return last;
  }

  /** What is done with one now; empty where nothing is. */
  Optional<BackupUnderWay> underWay() {
    return backups.flatMap(Backups::underWay);
  }

  @Override
  public void close() {
    looks.shutdown();
  }
}
