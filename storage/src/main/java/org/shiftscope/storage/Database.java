package org.shiftscope.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.shiftscope.storage.accounts.Asker;
import org.shiftscope.storage.accounts.Role;
import org.shiftscope.storage.fault.EndProcess;
import org.shiftscope.storage.fault.GoOn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads, and changes one after another, each told of once it is on disk. */
final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int MOST_TRIES = 5;

  private final OpenedDatabase opened;
  private final Jdbi reading;
  private final Jdbi writing;
  private final Clocks clocks;
  private final News news = new News();
  private final SpreadNews spread;

  /** Held until the news is handed over, so that news goes out in the order of the commits. */
  private final ReentrantLock order = new ReentrantLock(true);

  private final ForceWrites force = new ForceWrites(this::force);
  private final CommitTimes times = new CommitTimes();
  private long lastCommit;

  Database(OpenedDatabase opened, Clocks clocks) {
    this.opened = opened;
    this.reading = jdbi(opened.reading());
    this.writing = jdbi(opened.writing());
    this.clocks = clocks;
    this.spread = opened.spread(news);
  }

  private static Jdbi jdbi(DataSource connections) {
    return KeepParsed.by(Jdbi.create(connections))
        .registerArgument(new InstantColumns())
        .registerArgument(new TextColumns());
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

  Vitals.Commits commits() {
    return times.now();
  }

  Vitals.Pool connections() {
    return opened.connections();
  }

  /** Whether other processes may have it open at the same time. */
  boolean isShared() {
    return opened.isShared();
  }

  /**
   * Why this process may change nothing any more, for good; empty where it may.
   *
   * @throws StorageUnavailable where the database does not answer
   */
  Optional<StorageUnavailable> outdated() {
    return read(opened::outdated);
  }

  /** Who listens here. */
  News news() {
    return news;
  }

  /**
   * Tells of an attempt's progress, which is not kept, and need not come. Waits for nothing.
   *
   * @param message what holds it up, a sentence; empty where nothing does
   */
  void tellProgress(TrialAttempt attempt, String message) {
    spread.progress(
        new Event(
            0,
            attempt.experiment(),
            Event.Type.TRIAL_PROGRESS,
            Optional.of(attempt.trial()),
            now(),
            message));
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
      EndProcess.whereDamaged(broken);
      if (!opened.mend(broken)) {
        throw unavailable(broken);
      }
      return readOnceMore(reading);
    }
  }

  private <T> T readOnceMore(Function<Handle, T> reading) {
    try {
      return this.reading.withHandle(reading::apply);
    } catch (RuntimeException | Error broken) {
      EndProcess.whereDamaged(broken);
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

  /**
   * Makes a small change of the server's own that tells of nothing and may be lost, beside others.
   *
   * @throws StorageUnavailable where the database does not answer or cannot write
   */
  <T> T note(Function<Change, T> changing) {
    return write(
        0,
        (handle, committing) ->
            handle.inTransaction(
                transaction -> {
                  var change = new Change(transaction, now());
                  T answer = changing.apply(change);
                  if (change.isLasting()) {
                    throw new IllegalStateException("A note that tells of something");
                  }
                  committing.set(true);
                  return answer;
                }));
  }

  private <T> T commit(long bytes, Function<Change, T> changing, LongConsumer committed) {
    order.lock();
    try {
      long begun = nanoTime();
      T answer = write(bytes, (handle, committing) -> commit(handle, committing, changing));
      times.add(nanoTime() - begun);
      committed.accept(lastCommit);
      return answer;
    } finally {
      order.unlock();
    }
  }

  private <T> T write(long bytes, Transaction<T> transaction) {
    try {
      opened.requireRoom(bytes);
      return tried(transaction);
    } catch (SQLException full) {
      throw opened.sayWhy(full);
    } catch (RuntimeException | Error broken) {
      EndProcess.whereDamaged(broken);
      opened.mendChanges(broken);
      throw unavailable(opened.noRoom().orElse(broken));
    }
  }

  /**
   * Once more where the database took it back for the sake of another, or its connection was lost
   * before it was to be committed: then it is not made, for sure.
   */
  private <T> T tried(Transaction<T> transaction) {
    for (int left = MOST_TRIES - 1; ; left--) {
      var committing = new AtomicBoolean();
      try {
        return writing.withHandle(handle -> transaction.make(handle, committing));
      } catch (JdbiException refused) {
        boolean again =
            SayWhyUnavailable.takenBack(refused)
                || !committing.get() && opened.mayMakeAgain(refused);
        if (left == 0 || !again) {
          throw refused;
        }
      }
    }
  }

  /** What is written in one transaction, from its begin to its commit. */
  private interface Transaction<T> {

    /**
     * @param committing is set before the commit. Modified
     */
    T make(Handle handle, AtomicBoolean committing);
  }

  /** What to throw; what is none of the database's is thrown on as it is. */
  private RuntimeException unavailable(Throwable broken) {
    if (SayWhyUnavailable.isRefusal(broken)) {
      return new IllegalStateException(
          "The database refuses a value: " + broken.getMessage(), broken);
    }
    if (broken instanceof JdbiException
        || broken instanceof SQLException
        || SayWhyUnavailable.closed(broken)) {
      return opened.sayWhy(broken);
    }
    if (broken instanceof Error bug) {
      throw bug;
    }
    return (RuntimeException) broken;
  }

  private record Made<T>(Change change, T answer) {}

  private <T> T commit(Handle handle, AtomicBoolean committing, Function<Change, T> changing) {
    Made<T> made =
        handle.inTransaction(
            transaction -> {
              opened.takeTurn(transaction);
              var change = new Change(transaction, now());
              T answer = noted(change, changing);
              committing.set(true);
              return new Made<>(change, answer);
            });
    if (made.change().isLasting()) {
      lastCommit = force.committed();
    }
    try {
      tell(made.change());
    } catch (OutOfMemoryError none) { // it is made all the same
      GoOn.after(none, LOG, "Memory ran out before a change was told of");
    }
    return made.answer();
  }

  private void tell(Change made) {
    if (!made.events().isEmpty()) {
      opened.after();
    }
    spread.after(made);
  }

  /** What tells of nothing, as progress does, keeps nothing that could be missed. */
  private <T> T noted(Change change, Function<Change, T> changing) {
    T answer = changing.apply(change);
    if (!change.events().isEmpty()) {
      opened.before(change);
    }
    spread.within(change);
    return answer;
  }

  private void force() {
    opened.force(this);
  }

  /** Tells the last news, and forces the last changes. */
  @Override
  public void close() {
    spread.close();
    force.close();
  }
}
