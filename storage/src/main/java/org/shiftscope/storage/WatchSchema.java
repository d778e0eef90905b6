package org.shiftscope.storage;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every five seconds whether a newer version has migrated the database: then this process
 * changes nothing any more, and should end.
 */
final class WatchSchema implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchSchema.class);
  private static final long SECONDS = 5;

  private final Database database;
  private final CompletableFuture<StorageUnavailable> outdated = new CompletableFuture<>();
  private final ScheduledExecutorService looks = new Threads.Housekeepers("schema");

  WatchSchema(Database database) {
    this.database = database;
    if (database.isShared()) {
      var unused = looks.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }
  }

  private void look() {
    try {
      database
          .outdated()
          .filter(outdated::complete)
          .ifPresent(why -> LOG.error("{}", why.sentence()));
    } catch (StorageUnavailable away) {
      LOG.debug("Which schema the database has is not known now", away);
    }
  }

  /** Completed once it has been seen, with what to tell a person. */
  CompletableFuture<StorageUnavailable> outdated() {
    return outdated;
  }

  @Override
  public void close() {
    looks.shutdown();
  }
}
