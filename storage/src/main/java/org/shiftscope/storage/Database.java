package org.shiftscope.storage;

import java.sql.SQLException;
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

  private final OpenedDatabase opened;
  private final Jdbi reading;
  private final Jdbi writing;
  private final Clock clock;
  private final News news;

  /** Held until the news is handed over, so that news goes out in the order of the commits. */
  private final ReentrantLock order = new ReentrantLock(true);

  Database(OpenedDatabase opened, Clock clock, News news) {
    this.opened = opened;
    this.reading = Jdbi.create(opened.held()).registerArgument(new SpeakInstants());
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
    } catch (RuntimeException | Error broken) {
      if (!SayWhyUnavailable.closed(broken)) {
        throw unavailable(broken);
      }
      opened.held().openAgain();
      return readOnceMore(reading);
    }
  }

  private <T> T readOnceMore(Function<Handle, T> reading) {
    try {
      return this.reading.withHandle(reading::apply);
    } catch (RuntimeException | Error broken) {
      throw unavailable(broken);
    }
  }

  /** Makes a small change: {@link #change(long, Function)}. */
  <T> T change(Function<Change, T> changing) {
    return change(0, changing);
  }

  /**
   * Makes a change: all of it, on disk when this returns, or nothing.
   *
   * @param bytes about how many it stores, where these are many
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T change(long bytes, Function<Change, T> changing) {
    order.lock();
    try {
      opened.writing().require(bytes);
      return writing.withHandle(handle -> commit(handle, changing));
    } catch (SQLException full) {
      throw SayWhyUnavailable.atWork(full);
    } catch (RuntimeException | Error broken) {
      if (SayWhyUnavailable.closed(broken)) {
        opened.held().openAgain(); // so that the next change meets an open database
      }
      throw unavailable(opened.writing().noRoom().orElse(broken));
    } finally {
      order.unlock();
    }
  }

  /** What to throw; what is none of the database's is thrown on as it is. */
  private static RuntimeException unavailable(Throwable broken) {
    if (SayWhyUnavailable.isRefusal(broken)) {
      return new IllegalStateException(
          "The database refuses a value: " + broken.getMessage(), broken);
    }
    if (broken instanceof JdbiException
        || broken instanceof SQLException
        || SayWhyUnavailable.closed(broken)) {
      return SayWhyUnavailable.atWork(broken);
    }
    if (broken instanceof Error bug) {
      throw bug;
    }
    return (RuntimeException) broken;
  }

  private <T> T commit(Handle handle, Function<Change, T> changing) {
    var change = new Change(handle, now());
    T answer = handle.inTransaction(transaction -> changing.apply(change));
    change.events().forEach(news::tell);
    return answer;
  }
}
