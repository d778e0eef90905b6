package org.shiftscope.storage.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fills the tables of a fresh schema from a backup or another database, and looks whether they hold
 * the same afterwards, to the last bit. Then no worker is at work there: those that were are marked
 * as ended, in the same transaction.
 */
public final class CopyTables {

  private final Connection target;
  private final Map<String, StoredTable> tables;

  /** What each table must hold: its rows, and their digest. */
  private final Map<String, RowDigest> expected = new HashMap<>();

  private CopyTables(Connection target, List<StoredTable> tables) {
    this.target = target;
    this.tables = tables.stream().collect(Collectors.toMap(StoredTable::name, table -> table));
  }

  /** The version of a database's schema, such as 13; empty where there is none. */
  public static Optional<String> schema(Connection connection) throws SQLException {
    return FindTables.schema(connection);
  }

  /** Whether no table of a schema has a row. */
  public static boolean isEmpty(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (StoredTable table : FindTables.in(connection)) {
        try (ResultSet row = statement.executeQuery(table.select() + " FETCH FIRST 1 ROWS ONLY")) {
          if (row.next()) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * Copies a backup. No notice goes out of the copy: the record that it is of may still send them.
   * Its recipients are switched off, and what was on its way to them is given up.
   *
   * @param target a database with the backup's schema. Modified, and committed once where it does
   *     not commit by itself.
   * @throws BackupRefused where the backup is damaged
   */
  public static void from(OpenBackup backup, Connection target) throws SQLException, IOException {
    CopyTables copy = into(target);
    for (BackupManifest.Stored stored : backup.manifest().tables()) {
      copy.store(copy.table(stored.name(), stored.columns()), sink -> backup.rows(stored, sink));
    }
    copy.change("recipient", "UPDATE recipient SET enabled = FALSE");
    copy.change("delivery", "UPDATE delivery SET next_try = NULL");
    copy.endWorkers();
    copy.verify();
  }

  /**
   * Copies a database as it is at one moment.
   *
   * @param source not modified
   * @param target as {@link #from(OpenBackup, Connection)}
   */
  public static void from(Connection source, Connection target) throws SQLException, IOException {
    CopyTables copy = into(target);
    var _ =
        AtOneMoment.of(
            source,
            snapshot -> {
              for (StoredTable table : FindTables.in(snapshot)) {
                copy.store(
                    copy.table(table.name(), table.names()),
                    sink -> ReadTable.rows(snapshot, table, sink));
              }
              return true;
            });
    copy.endWorkers();
    copy.verify();
  }

  private static CopyTables into(Connection target) throws SQLException {
    List<StoredTable> tables = FindTables.in(target);
    StoreTable.empty(target, tables);
    return new CopyTables(target, tables);
  }

  private StoredTable table(String name, List<String> columns) {
    StoredTable table = tables.get(name);
    if (table == null || !table.names().equals(columns)) {
      throw new BackupRefused("its table " + name + " is none of its schema");
    }
    return table;
  }

  /** Gives all rows of a table to a sink. */
  private interface Rows {
    void to(ReadTable.RowSink sink) throws SQLException, IOException;
  }

  private void store(StoredTable table, Rows rows) throws SQLException, IOException {
    var digest = new RowDigest();
    try (var store = new StoreTable(target, table)) {
      rows.to(
          line -> {
            digest.add(line);
            store.take(line);
          });
      store.end();
    }
    expected.put(table.name(), digest);
  }

  private void endWorkers() throws SQLException, IOException {
    change("worker", "UPDATE worker SET ended = CURRENT_TIMESTAMP WHERE ended IS NULL");
  }

  /** Changes the copy of a table, where the schema has it, once it was compared. */
  private void change(String name, String sql) throws SQLException, IOException {
    StoredTable table = tables.get(name);
    if (table != null) {
      verify(target, table);
      try (Statement statement = target.createStatement()) {
        statement.executeUpdate(sql);
      }
      expected.put(name, digest(target, table));
    }
  }

  /** Commits, and reads all of it again. */
  private void verify() throws SQLException, IOException {
    if (!target.getAutoCommit()) {
      target.commit();
    }
    var _ =
        AtOneMoment.of(
            target,
            snapshot -> {
              for (StoredTable table : tables.values()) {
                verify(snapshot, table);
              }
              return true;
            });
  }

  private void verify(Connection snapshot, StoredTable table) throws SQLException, IOException {
    RowDigest found = digest(snapshot, table);
    RowDigest wanted = expected.getOrDefault(table.name(), new RowDigest());
    if (found.rows() != wanted.rows() || !found.text().equals(wanted.text())) {
      throw new BackupRefused(
          "the table "
              + table.name()
              + " does not hold what was copied into it ("
              + found.rows()
              + " of "
              + wanted.rows()
              + " rows)");
    }
  }

  private static RowDigest digest(Connection connection, StoredTable table)
      throws SQLException, IOException {
    var digest = new RowDigest();
    ReadTable.rows(connection, table, digest::add);
    return digest;
  }
}
