package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;

/** Reads, and changes one after another, each told of once it is on disk. */
final class Database implements AutoCloseable {

  private final OpenedDatabase opened;
  private final Jdbi reading;
  private final Jdbi writing;
  private final Clocks clocks;
  private final News news;

  /** Held until the news is handed over, so that news goes out in the order of the commits. */
  private final ReentrantLock order = new ReentrantLock(true);

  private final ForceWrites force = new ForceWrites(this::force);
  private long lastCommit;

  Database(OpenedDatabase opened, Clocks clocks, News news) {
    this.opened = opened;
    this.reading = Jdbi.create(opened.held()).registerArgument(new InstantColumns());
    this.writing = Jdbi.create(opened.writing()).registerArgument(new InstantColumns());
    this.clocks = clocks;
    this.news = news;
  }

  /** The time to the microsecond, which is what the tables keep. */
  Instant now() {
    return clocks.wall().instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** The data folder. */
  Path home() {
    return opened.home();
  }

  /** Nanoseconds since some moment, whatever the wall clock does. */
  long nanoTime() {
    return clocks.nanoTime().getAsLong();
  }

  /** Whether other processes may have it open at the same time. */
  boolean isShared() {
    return false;
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

  /**
   * Makes a change that needs a researcher, as nearly all do: {@link #change(Role, Function)}.
   *
   * @throws org.shiftscope.storage.accounts.NotAllowed where who asks is none
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T change(Function<Change, T> changing) {
    return change(Role.RESEARCHER, 0, changing);
  }

  /**
   * Makes a change that a person is told of, as {@link #change(Function)}.
   *
   * @param bytes about how many it stores, where these are many
   */
  <T> T change(long bytes, Function<Change, T> changing) {
    return change(Role.RESEARCHER, bytes, changing);
  }

  /**
   * Makes a change that a person is told of: all of it, kept by the disk itself when this returns,
   * or nothing.
   *
   * @param needed the role that who asks must have
   * @throws org.shiftscope.storage.accounts.NotAllowed where they have not
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T change(Role needed, Function<Change, T> changing) {
    return change(needed, 0, changing);
  }

  private <T> T change(Role needed, long bytes, Function<Change, T> changing) {
    Asker.require(needed);
    long[] commit = new long[1];
    T answer = commit(bytes, changing, number -> commit[0] = number);
    force.upTo(commit[0]);
    return answer;
  }

  /** Makes a small change of a worker's: {@link #report(long, Function)}. */
  <T> T report(Function<Change, T> changing) {
    return report(0, changing);
  }

  /**
   * Makes a change of a worker's: all of it, written when this returns, and kept by the disk itself
   * a second later, or nothing.
   *
   * @param bytes about how many it stores, where these are many
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T report(long bytes, Function<Change, T> changing) {
    return commit(bytes, changing, number -> {});
  }

  private <T> T commit(long bytes, Function<Change, T> changing, LongConsumer committed) {
    order.lock();
    try {
      opened.writing().require(bytes);
      T answer = writing.withHandle(handle -> commit(handle, changing));
      committed.accept(lastCommit);
      return answer;
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
    T answer = handle.inTransaction(transaction -> noted(change, changing));
    if (!change.events().isEmpty()) {
      opened.holdings().after();
    }
    if (change.isLasting()) {
      lastCommit = force.committed();
    }
    change.events().forEach(news::tell);
    return answer;
  }

  /** What tells of nothing, as progress does, keeps nothing that could be missed. */
  private <T> T noted(Change change, Function<Change, T> changing) {
    T answer = changing.apply(change);
    if (!change.events().isEmpty()) {
      opened.holdings().before(change);
    }
    return answer;
  }

  private void force() {
    read(handle -> handle.execute("CHECKPOINT SYNC"));
    opened.holdings().force();
  }

  @Override
  public void close() {
    force.close();
  }
}
