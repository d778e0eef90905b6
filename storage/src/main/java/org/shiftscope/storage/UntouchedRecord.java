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
 * A record that is read, and stays as it is to the last bit: one of H2 that no server has open
 * meanwhile, or one of PostgreSQL.
 */
final class UntouchedRecord implements AutoCloseable {

  private final RecordPlace place;
  private final Connection connection;
  private final Optional<KeepHoldings> holdings;

  private UntouchedRecord(
      RecordPlace place, Connection connection, Optional<KeepHoldings> holdings) {
    this.place = place;
    this.connection = connection;
    this.holdings = holdings;
  }

  /**
   * Opens it.
   *
   * @throws StorageUnavailable where there is none, or a server has H2's open
   */
  static UntouchedRecord at(RecordPlace place) {
    return place.database().isPresent()
        ? inPostgres(place, place.database().get())
        : inFolder(place.folder().toAbsolutePath().normalize());
  }

  private static UntouchedRecord inPostgres(RecordPlace place, DatabaseAddress address) {
    try {
      return new UntouchedRecord(
          place, ConnectPostgres.to(address).withoutHurry().getConnection(), Optional.empty());
    } catch (SQLException refused) {
      throw SayWhyPostgres.atOpening(address, refused);
    }
  }

  private static UntouchedRecord inFolder(Path home) {
    var h2 = new H2Folder(home);
    if (!Files.exists(h2.file())) {
      throw none(RecordPlace.in(home));
    }
    try {
      KeepHoldings holdings = KeepHoldings.of(home);
      try {
        return new UntouchedRecord(
            RecordPlace.in(home), h2.untouched().getConnection(), Optional.of(holdings));
      } catch (SQLException | RuntimeException refused) {
        holdings.close();
        throw refused;
      }
    } catch (SQLException | IOException refused) {
      throw SayWhyUnavailable.atOpening(home, refused);
    }
  }

  private static StorageUnavailable none(RecordPlace place) {
    return new StorageUnavailable(
        "There is no record in " + name(place) + ": name the place of one.", null);
  }

  /** What a person calls a place. */
  static String name(RecordPlace place) {
    return place
        .database()
        .map(address -> "the database " + address.shown())
        .orElseGet(() -> String.valueOf(place.folder()));
  }

  /** What to tell of a failure at a place. */
  static StorageUnavailable sayWhy(RecordPlace place, Exception refused) {
    return place
        .database()
        .map(address -> SayWhyPostgres.atOpening(address, refused))
        .orElseGet(() -> SayWhyUnavailable.atOpening(place.folder(), refused));
  }

  RecordPlace place() {
    return place;
  }

  Connection connection() {
    return connection;
  }

  /** H2's own, which keep others out. */
  KeepHoldings holdings() {
    return holdings.orElseThrow();
  }

  /** The version of its schema. */
  String schema() throws SQLException {
    return CopyTables.schema(connection).orElseThrow(() -> none(place));
  }

  /** What is wrong with what it holds, a clause each: of its counts, or of every row. */
  List<String> damage(boolean everyRow) {
    Holdings least =
        holdings
            .flatMap(KeepHoldings::last)
            .map(KeepHoldings.Kept::holdings)
            .orElse(Holdings.NOTHING);
    return FindDamage.in(connection, least, everyRow).clauses();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    holdings.ifPresent(KeepHoldings::close);
  }
}
