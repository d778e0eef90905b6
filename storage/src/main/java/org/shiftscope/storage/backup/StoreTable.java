package org.shiftscope.storage.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stores rows as {@link ReadTable} gives them. */
final class StoreTable implements ReadTable.RowSink, AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 5_000;
  private static final int BYTES_AT_ONCE = 8 << 20;

  private final Connection connection;
  private final StoredTable table;
  private final PreparedStatement insert;
  private int waiting;
  private long bytesWaiting;

  StoreTable(Connection connection, StoredTable table) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.insert = connection.prepareStatement(table.insert());
  }

  /** Empties tables: a fresh schema may come with rows. */
  static void empty(Connection connection, List<StoredTable> tables) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (StoredTable table : tables.reversed()) {
        statement.executeUpdate("DELETE FROM " + table.name());
      }
    }
  }

  /**
   * Stores a row.
   *
   * @throws IOException where it is none of this table's
   */
  @Override
  public void take(byte[] line) throws SQLException, IOException {
    List<StoredTable.Column> columns = table.columns();
    JsonNode row = parsed(line);
    if (!row.isArray() || row.size() != columns.size()) {
      throw new IOException("a row of the table " + table.name() + " has not its columns");
    }
    for (int i = 0; i < columns.size(); i++) {
      if (row.get(i).isNull()) {
        insert.setNull(i + 1, nulls(columns.get(i).type()));
      } else {
        columns.get(i).type().bind(insert, i + 1, row.get(i));
      }
    }
    insert.addBatch();
    waiting++;
    bytesWaiting += line.length;
    if (waiting == AT_ONCE || bytesWaiting >= BYTES_AT_ONCE) {
      flush();
    }
  }

  private JsonNode parsed(byte[] line) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JacksonException damaged) {
      throw new IOException("a row of the table " + table.name() + " is damaged", damaged);
    }
  }

  private static int nulls(ColumnType type) {
    return switch (type) {
      case TEXT -> Types.VARCHAR;
      case WHOLE -> Types.BIGINT;
      case REAL -> Types.DOUBLE;
      case TRUTH -> Types.BOOLEAN;
      case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
      case BYTES -> Types.VARBINARY;
    };
  }

  /** H2 would commit each row by itself. */
  private void flush() throws SQLException {
    if (waiting > 0) {
      boolean byItself = connection.getAutoCommit();
      connection.setAutoCommit(false);
      insert.executeBatch();
      connection.setAutoCommit(byItself); // commits, where it is to
      waiting = 0;
      bytesWaiting = 0;
    }
  }

  /** Stores what is left, and lets the database count on from the last number. */
  void end() throws SQLException {
    flush();
    if (table.numbered().isPresent()) {
      String column = table.numbered().get();
      try (Statement statement = connection.createStatement();
          ResultSet last =
              statement.executeQuery("SELECT MAX(" + column + ") FROM " + table.name())) {
        long next = last.next() ? last.getLong(1) + 1 : 1;
        try (Statement restart = connection.createStatement()) {
          restart.execute(
              "ALTER TABLE " + table.name() + " ALTER COLUMN " + column + " RESTART WITH " + next);
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
