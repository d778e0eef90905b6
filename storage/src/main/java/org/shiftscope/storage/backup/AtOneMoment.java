package org.shiftscope.storage.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction that sees the whole record as it was at one moment, while others change it: H2
 * takes the tables' versions of its first statement, PostgreSQL too. Nobody waits for it, so it may
 * rest between two rows for as long as what reads them takes.
 */
public final class AtOneMoment {

  private static final String H2 = "H2";

  private AtOneMoment() {}

  /** What is read of it. */
  public interface Reading<T> {
    /** Reads. */
    T read(Connection snapshot) throws SQLException, IOException;
  }

  /** Reads within one. The connection is as it was afterwards. */
  public static <T> T of(Connection connection, Reading<T> reading)
      throws SQLException, IOException {
    boolean h2 = connection.getMetaData().getDatabaseProductName().equals(H2);
    int isolation = connection.getTransactionIsolation();
    boolean autoCommit = connection.getAutoCommit();
    // H2's "repeatable read" takes each table's version at the first look at that table alone.
    connection.setTransactionIsolation(
        h2 ? Connection.TRANSACTION_SERIALIZABLE : Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    if (h2) { // else it keeps all rows of an answer, in memory or in a file, before the first
      run(connection, "SET LAZY_QUERY_EXECUTION 1");
    } else {
      run(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
    }
    try {
      return reading.read(connection);
    } finally {
      connection.rollback();
      if (h2) {
        run(connection, "SET LAZY_QUERY_EXECUTION 0");
      }
      connection.setAutoCommit(autoCommit);
      connection.setTransactionIsolation(isolation);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
