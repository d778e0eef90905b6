package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Connections for writing, refused while the disk is nearly full or the database's file is not the
 * one that was opened. A write that H2 cannot finish makes it close the database; so H2 is not
 * asked for one that is known to be too large. Reading goes on, and writing as soon as there is
 * room again.
 */
final class KeepRoom extends Connections {

  /** Many times what the small changes under way at one moment can write. */
  static final long LEAST_ROOM = 16L << 20;

  /** H2 writes what it stores into its log of the transaction, and moves it from there. */
  private static final int WRITTEN_FOR_EACH_BYTE = 4;

  private final Path folder;
  private final HeldDatabase held;

  KeepRoom(Path folder, HeldDatabase held) {
    this.folder = folder;
    this.held = held;
  }

  Path folder() {
    return folder;
  }

  @Override
  public Connection getConnection() throws SQLException {
    require(0);
    held.requireSameFile();
    return held.getConnection();
  }

  /** Refuses where there is no room for a change that stores so many bytes. */
  void require(long bytes) throws SQLException {
    long needed = needed(bytes);
    long left = looked();
    if (left < needed) {
      throw new SQLException("disk full: " + left + " bytes are left, and " + needed + " needed");
    }
  }

  /** Bytes that must be free for a change that stores so many. */
  static long needed(long bytes) {
    return LEAST_ROOM + WRITTEN_FOR_EACH_BYTE * bytes;
  }

  /** Whether that is why a write failed just now: H2 does not always say it. */
  Optional<Throwable> noRoom() {
    try {
      require(0);
      return Optional.empty();
    } catch (SQLException full) {
      return Optional.of(full);
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
}
