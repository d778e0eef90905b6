package org.shiftscope.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.shiftscope.server.config.BackupConfig;
import org.shiftscope.storage.Backup;
import org.shiftscope.storage.Backups;
import org.shiftscope.storage.StorageUnavailable;
import org.shiftscope.storage.backup.BackupCancelled;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup each night, at a time of the day. A machine that was off at that time makes it
 * soon after its start. One that cannot be made is told in the log, and the next night tries again.
 */
final class NightlyBackup implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
  private static final Duration DAY = Duration.ofDays(1);

  /** After a start, which has enough to do. */
  private static final Duration SOON = Duration.ofMinutes(10);

  private final Backups backups;
  private final BackupConfig config;
  private final Clock clock;
  private final ZoneId zone;
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("nightly-backup").factory());

  private NightlyBackup(Backups backups, BackupConfig config, Clock clock, ZoneId zone) {
    this.backups = backups;
    this.config = config;
    this.clock = clock;
    this.zone = zone;
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Starts to wait for the first night. */
  static NightlyBackup start(Backups backups, BackupConfig config, Clock clock, ZoneId zone) {
    var started = new NightlyBackup(backups, config, clock, zone);
    started.wait(firstWait(clock.instant(), last(backups), config.time(), zone));
    return started;
  }

  private static Optional<Instant> last(Backups backups) {
    try {
      return backups.all().stream()
          .filter(Backup::nightly)
          .findFirst()
          .map(backup -> backup.manifest().made());
    } catch (StorageUnavailable unreadable) { // that is no reason not to start
      LOG.warn("{}", unreadable.getMessage());
      return Optional.empty();
    }
  }

  /** How long to wait after a start: not a night long where a night was missed. */
  static Duration firstWait(Instant now, Optional<Instant> last, LocalTime time, ZoneId zone) {
    Duration night = untilNext(now, time, zone);
    boolean missed = last.isPresent() && last.get().plus(DAY).isBefore(now);
    return missed && night.compareTo(SOON) > 0 ? SOON : night;
  }

  /** How long it is until a time of the day comes next. */
  static Duration untilNext(Instant now, LocalTime time, ZoneId zone) {
    ZonedDateTime today = now.atZone(zone).with(time);
    return Duration.between(now, today.toInstant().isAfter(now) ? today : today.plusDays(1));
  }

  private void wait(Duration time) {
    var _ = thread.schedule(this::night, time.toMillis() + 1, TimeUnit.MILLISECONDS);
  }

  private void night() {
    make();
    if (!thread.isShutdown()) {
      wait(untilNext(clock.instant(), config.time(), zone));
    }
  }

  private void make() {
    Instant begun = clock.instant();
    try {
      Backup made = backups.makeNightly(config.kept());
      LOG.info(
          "Backup {}: {} experiments, {} MB, {} s.",
          made.file(),
          made.manifest().rows("experiment"),
          made.size() / 1_000_000,
          Duration.between(begun, clock.instant()).toSeconds());
    } catch (StorageUnavailable | BackupCancelled none) {
      LOG.warn("No backup tonight: {}", none.getMessage());
    } catch (RuntimeException | Error bug) { // the next night may go well
      GoOn.after(bug, LOG, "No backup tonight");
    }
  }

  /** Waits for one that is being made, for a while: a part of one is deleted by the next. */
  @Override
  public void close() {
    if (EndThread.goesOn(thread)) {
      LOG.warn("A backup is still being made, and is given up.");
    }
  }
}
