package org.shiftscope.compute.export;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shiftscope.compute.export.Table.Column;

/** Writes a table as CSV: texts in quotes, numbers without loss, a missing one is empty. */
final class WriteCsv {

  private WriteCsv() {}

  static byte[] of(Table table) {
    var csv = new StringBuilder();
    csv.append(
            table.columns().stream()
                .map(column -> quoted(column.name()))
                .collect(Collectors.joining(",")))
        .append('\n');
    for (int i = 0; i < table.rows(); i++) {
      int row = i;
      csv.append(
              table.columns().stream()
                  .map(column -> cell(column, row))
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(Column column, int row) {
    Optional<Object> cell = column.cells().get(row);
    return column.type() == Table.Type.TEXT
        ? quoted((String) cell.orElse(""))
        : cell.map(Object::toString).orElse("");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
