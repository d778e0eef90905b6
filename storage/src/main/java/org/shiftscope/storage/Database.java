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

  private final Jdbi jdbi;
  private final ReopenDatabase reopen;
  private final Clock clock;
  private final News news;

  /** Held until the news is handed over, so that news goes out in the order of the commits. */
  private final ReentrantLock order = new ReentrantLock(true);

  Database(OpenedDatabase opened, Clock clock, News news) {
    this.jdbi = Jdbi.create(opened.pool()).registerArgument(new SpeakInstants());
    this.reopen = opened.reopen();
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
    long start = System.nanoTime();
    try {
      return jdbi.withHandle(reading::apply);
    } catch (JdbiException broken) {
      throw unavailable(broken, start);
    }
  }

  /**
   * Makes a change: all of it, on disk when this returns, or nothing.
   *
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T change(Function<Change, T> changing) {
    long start = System.nanoTime();
    order.lock();
    try {
      return jdbi.withHandle(handle -> commit(handle, changing));
    } catch (JdbiException broken) {
      throw unavailable(broken, start);
    } finally {
      order.unlock();
    }
  }

  private RuntimeException unavailable(JdbiException broken, long start) {
    if (SayWhyUnavailable.isRefusal(broken)) {
      return new IllegalStateException(
          "The database refuses a value: " + broken.getMessage(), broken);
    }
    reopen.ifClosed(broken, start);
    return SayWhyUnavailable.atWork(broken);
  }

  private <T> T commit(Handle handle, Function<Change, T> changing) {
    var change = new Change(handle, now());
    T answer = handle.inTransaction(transaction -> changing.apply(change));
    change.events().forEach(news::tell);
    return answer;
  }
}
