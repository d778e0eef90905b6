package org.shiftscope.storage.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows of a table, each as a JSON array of its values in the order of its columns. */
final class ReadTable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int AT_ONCE = 200;

  /** Of rows that have bytes, half a MiB and more each. */
  private static final int LARGE_AT_ONCE = 16;

  private ReadTable() {}

  /** What a row goes to. */
  interface RowSink {
    /** A row, a fresh array. */
    void take(byte[] line) throws SQLException, IOException;
  }

  /** Reads all rows, in whatever order, a few in memory at a time; for a {@link AtOneMoment}. */
  static void rows(Connection snapshot, StoredTable table, RowSink sink)
      throws SQLException, IOException {
    try (Statement statement = snapshot.createStatement()) {
      // PostgreSQL's driver would take all of them
      statement.setFetchSize(table.hasBytes() ? LARGE_AT_ONCE : AT_ONCE);
      try (ResultSet rows = statement.executeQuery(table.select())) {
        while (rows.next()) {
          CancelBackup.check();
          sink.take(line(rows, table.columns()));
        }
      }
    }
  }

  private static byte[] line(ResultSet row, List<StoredTable.Column> columns) throws SQLException {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartArray();
      for (int i = 0; i < columns.size(); i++) {
        if (row.getObject(i + 1) == null) {
          json.writeNull();
        } else {
          columns.get(i).type().write(row, i + 1, json);
        }
      }
      json.writeEndArray();
    }
    return bytes.toByteArray();
  }
}
