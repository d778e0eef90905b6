package org.shiftscope.storage.backup;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A foreign key: rows of one table that refer to rows of another.
 *
 * @param from the table that refers
 * @param columns its columns
 * @param to the table that is referred to
 * @param keys the columns there, in the same order
 */
record Reference(String from, List<String> columns, String to, List<String> keys) {

  Reference {
    columns = List.copyOf(columns);
    keys = List.copyOf(keys);
  }

  /** Those of a table, named in lower case. */
  static List<Reference> from(Connection connection, String table) throws SQLException {
    DatabaseMetaData of = connection.getMetaData();
    String stored = of.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    Map<String, Reference> found = new LinkedHashMap<>();
    try (ResultSet rows =
        of.getImportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
      while (rows.next()) { // in the order of the table that is referred to, and of the columns
        var one =
            new Reference(
                table,
                List.of(FindTables.lower(rows.getString("FKCOLUMN_NAME"))),
                FindTables.lower(rows.getString("PKTABLE_NAME")),
                List.of(FindTables.lower(rows.getString("PKCOLUMN_NAME"))));
        found.merge(rows.getString("FK_NAME"), one, Reference::and);
      }
    }
    return List.copyOf(found.values());
  }

  private Reference and(Reference more) {
    List<String> both = new ArrayList<>(columns);
    both.addAll(more.columns);
    List<String> bothKeys = new ArrayList<>(keys);
    bothKeys.addAll(more.keys);
    return new Reference(from, both, to, bothKeys);
  }

  /** Counts the rows that refer to nothing. */
  String dangling() {
    String same =
        IntStream.range(0, columns.size())
            .mapToObj(i -> "other." + keys.get(i) + " = one." + columns.get(i))
            .collect(Collectors.joining(" AND "));
    String given =
        columns.stream()
            .map(column -> "one." + column + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return "SELECT COUNT(*) FROM "
        + from
        + " one WHERE "
        + given
        + " AND NOT EXISTS (SELECT 1 FROM "
        + to
        + " other WHERE "
        + same
        + ")";
  }
}
