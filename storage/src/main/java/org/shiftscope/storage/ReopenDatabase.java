package org.shiftscope.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens H2 again after a write that failed, as on a full disk: H2 then closes the database for
 * good, calls its connections valid, and lets no new one in until its process ends. What is on disk
 * is whole. So the database is opened a second time beside the dead one (OPEN_NEW; the file's lock
 * refuses that while the first is alive), and the pool lets go of the dead connections.
 */
final class ReopenDatabase {

  private static final Logger LOG = LoggerFactory.getLogger(ReopenDatabase.class);

  private final DataSource anew;
  private final HikariDataSource pool;
  private long reopened = System.nanoTime();

  /**
   * @param anew opens the database with OPEN_NEW
   * @param pool the connections in use
   */
  ReopenDatabase(DataSource anew, HikariDataSource pool) {
    this.anew = anew;
    this.pool = pool;
  }

  /**
   * Opens the database again if that is why something failed.
   *
   * @param failed what failed
   * @param since when it began, by {@link System#nanoTime}
   */
  synchronized void ifClosed(Throwable failed, long since) {
    // A failure that began before the last reopening says nothing of the database as it is now.
    if (since - reopened > 0 && isClosed(failed)) {
      reopen();
    }
  }

  private void reopen() {
    try (Connection first = anew.getConnection()) {
      pool.getHikariPoolMXBean().softEvictConnections();
      reopened = System.nanoTime();
      // The pool gets one of its own before the first is closed, or H2 would close and open again.
      pool.getConnection().close();
      LOG.warn("The database was closed by a failed write and is open again.");
    } catch (SQLException notYet) {
      LOG.warn("The database cannot be opened again yet: {}", notYet.getMessage());
    }
  }

  private static boolean isClosed(@Nullable Throwable failed) {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED) {
        return true;
      }
    }
    return false;
  }
}
