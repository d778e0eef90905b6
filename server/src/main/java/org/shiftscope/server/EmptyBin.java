package org.shiftscope.server;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.shiftscope.server.config.ServerConfig;
import org.shiftscope.storage.Experiments;
import org.shiftscope.storage.Shares;
import org.shiftscope.storage.Storage;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges, at the start and then every hour, what has been in the bin for long enough, and shared
 * views whose links ended long ago.
 */
final class EmptyBin implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmptyBin.class);

  private final Experiments experiments;
  private final Duration bin;
  private final Shares shares;
  private final Duration endedShares;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("empty-bin").factory());

  EmptyBin(Storage storage, ServerConfig config, Clock clock) {
    this.experiments = storage.experiments();
    this.bin = config.bin();
    this.shares = storage.shares();
    this.endedShares = config.access().endedShares();
    this.clock = clock;
    var unused = thread.scheduleWithFixedDelay(this::empty, 0, 1, TimeUnit.HOURS);
  }

  private void empty() {
    try {
      int purged = experiments.purgeDeletedBefore(clock.instant().minus(bin));
      if (purged > 0) {
        LOG.info("{} experiments were deleted {} days ago: purged.", purged, bin.toDays());
      }
      int ended = shares.purgeEndedBefore(clock.instant().minus(endedShares));
      if (ended > 0) {
        LOG.info(
            "The links of {} shared views ended {} days ago: purged.", ended, endedShares.toDays());
      }
    } catch (StorageUnavailable unavailable) {
      LOG.warn("The bin is emptied in an hour: {}", unavailable.getMessage());
    } catch (RuntimeException | Error thrown) { // it would be the last time
      GoOn.after(thrown, LOG, "The bin is emptied in an hour");
    }
  }

  /** Stops after the experiment that it is at. */
  @Override
  public void close() {
    if (EndThread.goesOn(thread)) {
      LOG.warn("The bin is still being emptied: the next start goes on.");
    }
  }
}
