package org.shiftscope.compute.export;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.shiftscope.compute.export.Table.Column;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a table as JSON, an object for each row. */
final class WriteRows {

  private WriteRows() {}

  static byte[] of(Table table) {
    ArrayNode rows = JsonMapper.shared().createArrayNode();
    for (int i = 0; i < table.rows(); i++) {
      ObjectNode row = rows.addObject();
      for (Column column : table.columns()) {
        put(row, column, column.cells().get(i));
      }
    }
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode row, Column column, Optional<Object> cell) {
    if (cell.isEmpty()) {
      row.putNull(column.name());
      return;
    }
    switch (column.type()) {
      case TEXT -> row.put(column.name(), (String) cell.get());
      case WHOLE -> row.put(column.name(), (Long) cell.get());
      case NUMBER -> row.put(column.name(), (Double) cell.get());
    }
  }
}
