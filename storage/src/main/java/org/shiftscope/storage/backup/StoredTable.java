package org.shiftscope.storage.backup;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the record.
 *
 * @param name in lower case
 * @param columns in the order of the alphabet, which no database and no migration changes
 * @param numbered the column that the database counts up by itself, if there is one
 */
record StoredTable(String name, List<Column> columns, Optional<String> numbered) {

  StoredTable {
    columns = List.copyOf(columns);
  }

  /**
   * A column.
   *
   * @param name in lower case
   * @param type what it holds
   */
  record Column(String name, ColumnType type) {}

  /** The names of its columns. */
  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** Whether a row may be large. */
  boolean hasBytes() {
    return columns.stream().anyMatch(column -> column.type() == ColumnType.BYTES);
  }

  /** Reads all rows. */
  String select() {
    return "SELECT " + String.join(", ", names()) + " FROM " + name;
  }

  /** Stores a row, numbers included. */
  String insert() {
    return "INSERT INTO "
        + name
        + " ("
        + String.join(", ", names())
        + ")"
        + (numbered.isPresent() ? " OVERRIDING SYSTEM VALUE" : "")
        + " VALUES ("
        + Stream.generate(() -> "?").limit(columns.size()).collect(Collectors.joining(", "))
        + ")";
  }
}
