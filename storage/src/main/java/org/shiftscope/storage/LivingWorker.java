package org.shiftscope.storage;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.shiftscope.compute.result.Execution;
import org.shiftscope.storage.TrialQueue.Lane;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among the workers. Where the database lets several in, it says every five seconds
 * that it is alive, and moves what waits in lanes that nobody serves any more.
 */
final class LivingWorker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LivingWorker.class);

  static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final Database database;
  private final String id;
  private final Checkpoints checkpoints;
  private final DatabaseClock clock;
  private final ScheduledExecutorService beats = new Threads.Housekeepers("worker");
  private boolean registered;
  private boolean away; // only touched by the beats, one at a time

  /**
   * @param id one of its own
   */
  LivingWorker(Database database, String id, Checkpoints checkpoints) {
    this.database = database;
    this.id = id;
    this.checkpoints = checkpoints;
    this.clock = new DatabaseClock(database);
  }

  String id() {
    return id;
  }

  DatabaseClock clock() {
    return clock;
  }

  /** Says that this process serves lanes, and takes in what waits in lanes that nobody does. */
  synchronized void serve(List<Lane> lanes, Execution on) {
    Worker self =
        new Worker(
            id,
            host(),
            ProcessHandle.current().pid(),
            lanes,
            on.version(),
            on.device(),
            on.kernels().orElse(""),
            Instant.EPOCH, // the database sets it
            Optional.empty());
    boolean beating = database.isShared();
    database.note(change -> Workers.register(change, self, beating));
    MoveStrays.outOf(database, database.read(LaneTable::ofAll), checkpoints);
    if (beating && !registered) {
      clock.measure();
      clock.tellDifference();
      beats.scheduleWithFixedDelay(
          this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }
    registered = true;
  }

  private void beat() {
    try {
      if (database.outdated().isPresent()) {
        return; // whoever migrated it has noted this one's end
      }
      database.note(change -> Workers.beat(change, id));
      if (away) {
        LOG.info("This worker says again that it is alive.");
        away = false;
      }
      clock.measure();
      MoveStrays.outOf(database, database.read(LivingWorker::everServed), checkpoints);
    } catch (StorageUnavailable unavailable) {
      if (!away) { // not at each beat
        LOG.warn("This worker cannot say that it is alive: {}", unavailable.getMessage());
      }
      away = true;
    } catch (RuntimeException | Error bug) { // the next beat comes
      GoOn.after(bug, LOG, "This worker cannot say that it is alive");
    }
  }

  private static List<LaneTable> everServed(Handle handle) {
    return Stream.concat(Stream.of(LaneTable.FIRST.device()), Workers.everServed(handle).stream())
        .distinct()
        .map(LaneTable::new)
        .toList();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("unknown");
    }
  }

  /** Says that it is no more. Its trials were put back before. */
  @Override
  public synchronized void close() {
    beats.shutdown();
    if (registered) {
      registered = false;
      try {
        database.note(change -> Workers.end(change, id));
      } catch (StorageUnavailable unavailable) {
        LOG.info("This worker is taken for dead in a moment: {}", unavailable.getMessage());
      }
    }
  }
}
