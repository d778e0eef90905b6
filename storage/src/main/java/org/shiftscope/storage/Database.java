package org.shiftscope.storage;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Reads, and changes one after another, each told of once it is on disk. */
final class Database {

  private final Jdbi reading;
  private final Jdbi writing;
  private final Clock clock;
  private final News news;

  /** Held until the news is handed over, so that news goes out in the order of the commits. */
  private final ReentrantLock order = new ReentrantLock(true);

  Database(OpenedDatabase opened, Clock clock, News news) {
    this.reading = Jdbi.create(opened.pool()).registerArgument(new SpeakInstants());
    this.writing = Jdbi.create(opened.writing()).registerArgument(new SpeakInstants());
    this.clock = clock;
    this.news = news;
  }

  /** The time to the microsecond, which is what the tables keep. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  News news() {
    return news;
  }

  /**
   * Reads.
   *
   * @throws StorageUnavailable where the database does not answer
   */
  <T> T read(Function<Handle, T> reading) {
    try {
      return this.reading.withHandle(reading::apply);
    } catch (JdbiException broken) {
      throw unavailable(broken);
    }
  }

  /**
   * Makes a change: all of it, on disk when this returns, or nothing.
   *
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T change(Function<Change, T> changing) {
    order.lock();
    try {
      return writing.withHandle(handle -> commit(handle, changing));
    } catch (JdbiException broken) {
      throw unavailable(broken);
    } finally {
      order.unlock();
    }
  }

  private RuntimeException unavailable(JdbiException broken) {
    if (SayWhyUnavailable.isRefusal(broken)) {
      return new IllegalStateException(
          "The database refuses a value: " + broken.getMessage(), broken);
    }
    return SayWhyUnavailable.atWork(broken);
  }

  private <T> T commit(Handle handle, Function<Change, T> changing) {
    var change = new Change(handle, now());
    T answer = handle.inTransaction(transaction -> changing.apply(change));
    change.events().forEach(news::tell);
    return answer;
  }
}
