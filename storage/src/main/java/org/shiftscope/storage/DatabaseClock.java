package org.shiftscope.storage;

import com.github.kagkarlsson.scheduler.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database's time, as this machine's clock and the difference that was measured last tell it:
 * by its own, a worker on a box whose clock is late would take living ones for dead.
 */
final class DatabaseClock implements Clock {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseClock.class);
  private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

  private final Database database;
  private volatile Duration ahead = Duration.ZERO;

  DatabaseClock(Database database) {
    this.database = database;
  }

  @Override
  public Instant now() {
    return Instant.now().plus(ahead);
  }

  /** Measures how far the database's clock is ahead. */
  void measure() {
    Instant asked = Instant.now();
    Instant there =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT CURRENT_TIMESTAMP AS now")
                    .map((row, context) -> InstantColumns.read(row, "now"))
                    .one());
    Duration took = Duration.between(asked, Instant.now());
    ahead = Duration.between(asked.plus(took.dividedBy(2)), there);
  }

  /** Says so where this machine's clock is off. */
  void tellDifference() {
    if (ahead.abs().compareTo(WORTH_TELLING) > 0) {
      LOG.warn(
          "The clock of this machine is {} s {} the database's, so the times that it writes are,"
              + " too: let NTP set both.",
          ahead.abs().toSeconds(),
          ahead.isNegative() ? "ahead of" : "behind");
    }
  }
}
