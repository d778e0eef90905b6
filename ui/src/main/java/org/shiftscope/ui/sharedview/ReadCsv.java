package org.shiftscope.ui.sharedview;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the CSV files that the product writes: texts may be quoted, numbers are not, and an empty
 * place is a number that is not there.
 */
final class ReadCsv {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A cell and what ends it. */
  private static final Pattern CELL =
      Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"\n]*))(,|\n|\\z)");

  private ReadCsv() {}

  /** Its lines, the head first. */
  static List<List<JsonNode>> of(String csv) {
    List<List<JsonNode>> lines = new ArrayList<>();
    List<JsonNode> line = new ArrayList<>();
    Matcher cell = CELL.matcher(csv);
    while (cell.find() && cell.start() < csv.length()) {
      line.add(value(cell));
      if (!cell.group(3).equals(",")) {
        lines.add(line);
        line = new ArrayList<>();
      }
    }
    return lines;
  }

  private static JsonNode value(Matcher cell) {
    if (cell.group(1) != null) {
      return NODES.stringNode(cell.group(1).replace("\"\"", "\""));
    }
    String bare = cell.group(2);
    if (bare.isEmpty()) {
      return NODES.nullNode();
    }
    try {
      return bare.matches("-?\\d{1,18}")
          ? NODES.numberNode(Long.parseLong(bare))
          : NODES.numberNode(Double.parseDouble(bare));
    } catch (NumberFormatException text) {
      return NODES.stringNode(bare);
    }
  }
}
