package org.shiftscope.server.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Writes trials as CSV (RFC 4180): a row for each, and a column for every number, text and truth,
 * named by its path, {@code sgd.trainLoss}. Lists are left out: they stand in the JSON.
 */
final class WriteTrialsTable {

  private WriteTrialsTable() {}

  static String of(JsonNode trials) {
    List<SequencedMap<String, String>> rows = new ArrayList<>();
    trials.forEach(trial -> rows.add(row(trial)));
    SequencedSet<String> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.addAll(row.sequencedKeySet()));
    var table = new StringBuilder(line(columns.stream().toList()));
    rows.forEach(
        row ->
            table.append(
                line(columns.stream().map(column -> row.getOrDefault(column, "")).toList())));
    return table.toString();
  }

  private static SequencedMap<String, String> row(JsonNode trial) {
    SequencedMap<String, String> row = new LinkedHashMap<>();
    add(row, "", trial);
    return row;
  }

  private static void add(SequencedMap<String, String> row, String path, JsonNode json) {
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      String place = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject()) {
        add(row, place, value);
      } else if (!value.isArray()) {
        row.put(place, value.isNull() ? "" : value.asString());
      }
    }
  }

  private static String line(List<String> fields) {
    return fields.stream()
        .map(WriteTrialsTable::quoted)
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String quoted(String field) {
    return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
