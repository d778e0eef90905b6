package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shiftscope.storage.fault.EndProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, held open: H2 closes it for good where a write meets a full disk or memory runs
 * out, in whatever thread, and then it is opened again in this process
 * (docs/decisions/021-faults-of-the-record.md).
 */
final class HeldDatabase extends Connections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldDatabase.class);

  /** So long the process goes on without its database, where only its own end may help. */
  private static final Duration WITHOUT = Duration.ofSeconds(15);

  private final Path file;
  private final Supplier<HikariDataSource> opening;
  private final @Nullable Object identity;
  private volatile HikariDataSource pool;
  private long openedAt = System.nanoTime();
  private @Nullable Long withoutSince;
  private boolean ended;

  /**
   * @param file its file
   * @param opened its connections
   * @param opening opens it once more, after a close
   */
  HeldDatabase(Path file, HikariDataSource opened, Supplier<HikariDataSource> opening) {
    this.file = file;
    this.opening = opening;
    this.pool = opened;
    this.identity = identity();
  }

  Path file() {
    return file;
  }

  @Override
  public Connection getConnection() throws SQLException {
    try {
      return pool.getConnection();
    } catch (SQLException refused) {
      if (!SayWhyUnavailable.closed(refused)) {
        throw refused;
      }
      openAgain(false);
      return pool.getConnection();
    }
  }

  /**
   * Opens it again, unless another thread has.
   *
   * @param torn whether memory may hold a part of a change, of which nothing more is written then:
   *     what is on the disk is opened, also where the database seems to be open
   * @throws StorageUnavailable where it cannot be opened now, and for good once it was closed in
   *     order: who still reads then must not leave it open
   */
  void openAgain(boolean torn) {
    openAgain(torn, System.nanoTime());
  }

  private synchronized void openAgain(boolean torn, long asked) {
    if (ended) {
      throw SayWhyUnavailable.stopping();
    }
    if (torn ? openedAt - asked > 0 : isOpen()) {
      return;
    }
    if (torn) {
      breakOff();
    }
    pool.close();
    pool = opened();
    openedAt = System.nanoTime();
    withoutSince = null;
    LOG.warn("A write of H2's failed, or memory ran out: the database is opened anew.");
  }

  private HikariDataSource opened() {
    try {
      return opening.get();
    } catch (StorageUnavailable refused) {
      EndProcess.whereDamaged(refused);
      if (SayWhyUnavailable.isLocked(refused)) {
        endIfForLong("stays locked", refused);
        throw StorageUnavailable.untilMended(
            "The database is being opened anew after a write that failed, or after memory ran out,"
                + " and its file is still locked: try again in a moment.",
            refused);
      }
      if (SayWhyUnavailable.hasRunOutOfMemory(refused)) {
        endIfForLong("cannot be opened for want of memory", refused);
      }
      throw refused;
    }
  }

  /**
   * Where memory ran out while H2 closed it, its file stays locked by this very process; and a
   * trial that has all memory may wait for this database.
   */
  private void endIfForLong(String what, StorageUnavailable refused) {
    long now = System.nanoTime();
    if (withoutSince == null) {
      withoutSince = now;
    }
    if (now - withoutSince > WITHOUT.toNanos()) {
      EndProcess.because(
          "The database had to be opened anew after a write that failed, or after memory ran out,"
              + " but its file "
              + file
              + " "
              + what
              + ": this process ends now, to be started anew. Nothing that was stored is lost, and"
              + " trials go on from their checkpoints. Where the next start says that another"
              + " server has it open, stop that server.",
          refused);
    }
  }

  /** Closes it without another write. */
  private void breakOff() {
    try (Connection beside = Objects.requireNonNull(pool.getDataSource()).getConnection();
        var statement = beside.createStatement()) {
      statement.execute("SHUTDOWN IMMEDIATELY");
    } catch (SQLException | RuntimeException | Error closed) {
      LOG.debug("It was closed before", closed);
    }
  }

  Vitals.Pool connections() {
    return Vitals.Pool.of(pool);
  }

  private boolean isOpen() {
    try (Connection one = pool.getConnection();
        var statement = one.createStatement()) {
      return statement.execute("SELECT COUNT(*) FROM experiment");
    } catch (SQLException | RuntimeException | Error closed) {
      return false;
    }
  }

  /** Refuses where the file was deleted or replaced: what is written would be lost. */
  void requireSameFile() {
    if (!Objects.equals(identity, identity())) {
      throw StorageUnavailable.untilMended(
          "The database file "
              + file
              + " was deleted or replaced while the server was running, so nothing is written any"
              + " more. What was stored until then can still be read and downloaded here: do that"
              + " first, then stop the server, put the file or a backup of it back, and start"
              + " again.",
          null);
    }
  }

  /** Something that no other file has at the same time; null where there is no file. */
  private @Nullable Object identity() {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    ended = true;
    pool.close();
  }
}
