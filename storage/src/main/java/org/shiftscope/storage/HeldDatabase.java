package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database, held open: H2 closes it for good where a write meets a full disk or memory runs
 * out, in whatever thread, and then it is opened again in this process
 * (docs/decisions/021-faults-of-the-record.md).
 */
final class HeldDatabase extends Connections implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HeldDatabase.class);

  private final Path file;
  private final Supplier<HikariDataSource> opening;
  private final @Nullable Object identity;
  private volatile HikariDataSource pool;
  private long openedAt = System.nanoTime();
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
    pool = opening.get();
    openedAt = System.nanoTime();
    LOG.warn("A write of H2's failed, or memory ran out: the database is opened anew.");
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
