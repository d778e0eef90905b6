package org.shiftscope.storage.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the tables of a record, each after those that it refers to. Left out are Flyway's history,
 * which a restored schema has of its own, the rows of lanes, which the next start makes anew from
 * the trials, and checkpoints, which are of running processes.
 */
final class FindTables {

  private static final String HISTORY = "flyway_schema_history";
  private static final Set<String> OF_PROCESSES = Set.of("checkpoint", "checkpoint_part");
  private static final String LANES = "scheduled_tasks_";

  private final Connection connection;

  private FindTables(Connection connection) {
    this.connection = connection;
  }

  static List<StoredTable> in(Connection connection) throws SQLException {
    return new FindTables(connection).inOrder();
  }

  /** The version of the schema, such as 13; empty where there is none. */
  static Optional<String> schema(Connection connection) throws SQLException {
    if (!names(connection).contains(HISTORY)) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT \"version\" FROM \"flyway_schema_history\" WHERE \"success\""
                    + " AND \"version\" IS NOT NULL ORDER BY \"installed_rank\" DESC")) {
      return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
    }
  }

  private static Set<String> names(Connection connection) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT table_name FROM information_schema.tables"
                    + " WHERE table_schema = CURRENT_SCHEMA AND table_type = 'BASE TABLE'")) {
      while (rows.next()) {
        names.add(lower(rows.getString(1)));
      }
    }
    return names;
  }

  private List<StoredTable> inOrder() throws SQLException {
    Set<String> names = names(connection);
    names.removeIf(
        name -> name.equals(HISTORY) || name.startsWith(LANES) || OF_PROCESSES.contains(name));
    Map<String, Set<String>> references = new LinkedHashMap<>();
    for (String name : names) {
      references.put(name, references(name));
    }
    List<StoredTable> tables = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    while (!references.isEmpty()) {
      String next =
          references.entrySet().stream()
              .filter(each -> placed.containsAll(each.getValue()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a ring"));
      references.remove(next);
      placed.add(next);
      tables.add(table(next));
    }
    return tables;
  }

  /** The tables that one refers to, but for itself. */
  private Set<String> references(String name) throws SQLException {
    Set<String> references = new TreeSet<>();
    for (Reference each : Reference.from(connection, name)) {
      references.add(each.to());
    }
    references.remove(name);
    return references;
  }

  private StoredTable table(String name) throws SQLException {
    List<StoredTable.Column> columns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM " + name + " WHERE 1 = 0")) {
      ResultSetMetaData of = rows.getMetaData();
      for (int i = 1; i <= of.getColumnCount(); i++) {
        columns.add(
            new StoredTable.Column(
                lower(of.getColumnName(i)),
                ColumnType.of(of.getColumnType(i), of.getColumnTypeName(i))));
      }
    }
    columns.sort(Comparator.comparing(StoredTable.Column::name));
    return new StoredTable(name, columns, numbered(name));
  }

  private Optional<String> numbered(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT column_name FROM information_schema.columns"
                    + " WHERE table_schema = CURRENT_SCHEMA AND is_identity = 'YES'"
                    + " AND LOWER(table_name) = '"
                    + name
                    + "'")) {
      return rows.next() ? Optional.of(lower(rows.getString(1))) : Optional.empty();
    }
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
