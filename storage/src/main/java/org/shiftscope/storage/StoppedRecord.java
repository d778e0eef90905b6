package org.shiftscope.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.shiftscope.storage.backup.CopyTables;

/**
 * The record of a data folder that no server has open, and that nothing changes while it is read.
 */
final class StoppedRecord implements AutoCloseable {

  private final H2Folder folder;
  private final KeepHoldings holdings;
  private final Connection connection;

  private StoppedRecord(H2Folder folder, KeepHoldings holdings, Connection connection) {
    this.folder = folder;
    this.holdings = holdings;
    this.connection = connection;
  }

  /**
   * Opens it.
   *
   * @throws StorageUnavailable where there is none, or a server has it open
   */
  static StoppedRecord in(Path folder) {
    Path home = folder.toAbsolutePath().normalize();
    var h2 = new H2Folder(home);
    if (!Files.exists(h2.file())) {
      throw new StorageUnavailable(
          "There is no record in " + home + ": name the data folder of a server.", null);
    }
    try {
      KeepHoldings holdings = KeepHoldings.of(home);
      try {
        return new StoppedRecord(h2, holdings, h2.untouched().getConnection());
      } catch (SQLException | RuntimeException refused) {
        holdings.close();
        throw refused;
      }
    } catch (SQLException | IOException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }

  H2Folder folder() {
    return folder;
  }

  KeepHoldings holdings() {
    return holdings;
  }

  Connection connection() {
    return connection;
  }

  /** The version of its schema. */
  String schema() throws SQLException {
    return CopyTables.schema(connection)
        .orElseThrow(
            () -> new StorageUnavailable("There is no record in " + folder.home() + ".", null));
  }

  /** What is wrong with what it holds, a clause each: of its counts, or of every row. */
  List<String> damage(boolean everyRow) {
    Optional<Holdings> least = holdings.last().map(KeepHoldings.Kept::holdings);
    return FindDamage.in(connection, least.orElse(Holdings.NOTHING), everyRow).clauses();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    holdings.close();
  }
}
