package org.shiftscope.ui.sharedview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shiftscope.ui.sharedview.SharedView.Column;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.JsonNode;

/** A table of a shared view as CSV: all columns, numbers without loss, nothing for what is not. */
public final class SharedCsv {

  private SharedCsv() {}

  /** The file's text. */
  public static String of(SharedTable table) {
    return Stream.concat(
            Stream.of(
                table.columns().stream()
                    .map(Column::head)
                    .map(SharedCsv::quoted)
                    .collect(Collectors.joining(","))),
            table.rows().stream().map(SharedCsv::line))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(List<JsonNode> cells) {
    return cells.stream().map(SharedCsv::cell).collect(Collectors.joining(","));
  }

  private static String cell(JsonNode cell) {
    if (cell.isNull()) {
      return "";
    }
    return cell.isNumber() ? cell.asString() : quoted(cell.asString());
  }

  private static String quoted(String text) {
    return '"' + Notation.plain(text).replace("\"", "\"\"") + '"';
  }
}
