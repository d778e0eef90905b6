package org.shiftscope.storage;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether the database answers, so that one which closed is open again soon
 * after its disk has room, though nobody asks it for anything.
 */
final class WatchDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WatchDatabase.class);
  private static final int SECONDS = 2;

  private final Database database;
  private final Threads.Housekeepers timer = new Threads.Housekeepers("watch-database");
  private boolean answered = true;

  WatchDatabase(Database database) {
    this.database = database;
    var _ = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      database.read(
          handle ->
              handle
                  .createQuery("SELECT COUNT(*) FROM event WHERE sequence = 0")
                  .mapTo(Long.class)
                  .one());
      answered = true;
    } catch (StorageUnavailable unavailable) {
      if (answered) {
        LOG.error("{}", unavailable.getMessage());
      }
      answered = false;
    } catch (RuntimeException wrong) {
      LOG.error("The database cannot be watched", wrong);
    }
  }

  @Override
  public void close() {
    timer.shutdown();
  }
}
