package org.shiftscope.storage;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that gives connections, and nothing else. */
abstract class Connections implements DataSource {

  @Override
  public final Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public final @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public final void setLogWriter(PrintWriter writer) {
    throw new UnsupportedOperationException("Connections are not logged");
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException("The time to wait is fixed");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public final Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public final <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("There is no " + type + " inside");
  }

  @Override
  public final boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
