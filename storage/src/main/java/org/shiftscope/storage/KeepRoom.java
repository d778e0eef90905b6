package org.shiftscope.storage;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections for writing, refused while the disk is nearly full. A write that H2 cannot finish
 * makes it close the database for good, and it may keep the file's lock until its process ends; so
 * H2 is never asked for one. Reading goes on, and writing as soon as there is room again.
 */
final class KeepRoom implements DataSource {

  /** Many times what the changes under way at one moment can write. */
  static final long LEAST_ROOM = 16L << 20;

  private final Path folder;
  private final DataSource source;

  KeepRoom(Path folder, DataSource source) {
    this.folder = folder;
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    requireRoom();
    return source.getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    requireRoom();
    return source.getConnection(user, password);
  }

  private void requireRoom() throws SQLException {
    long room = looked();
    if (room < LEAST_ROOM) {
      throw new SQLException(
          "disk full: " + room + " bytes are left, and " + LEAST_ROOM + " are needed");
    }
  }

  /** Bytes that are left on a folder's disk. */
  static long room(Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private long looked() throws SQLException {
    try {
      return room(folder);
    } catch (IOException gone) {
      throw new SQLException("the data folder cannot be looked at: " + gone, gone);
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) throws SQLException {
    source.setLogWriter(writer);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
