package org.shiftscope.ui.sharedview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.shiftscope.compute.export.Table;
import org.shiftscope.compute.result.WithoutTrials;
import org.shiftscope.ui.chart.Figure;
import org.shiftscope.ui.chart.FigureNumbers;
import org.shiftscope.ui.kind.NumberTable;
import org.shiftscope.ui.sharedview.SharedView.Column;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.wording.Notation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tables of the product as those of a shared view. */
final class FreezeTable {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FreezeTable() {}

  /** The numbers of a figure. */
  static SharedTable of(String id, Figure figure) {
    FigureNumbers numbers = FigureNumbers.of(figure);
    List<Column> columns = new ArrayList<>();
    columns.add(shown("Layer"));
    columns.add(shown(figure.x().title()));
    columns.add(shown(figure.y().title()));
    if (numbers.hasLast()) {
      columns.add(shown(numbers.lastTitle()));
    }
    if (numbers.hasTrials()) {
      columns.add(shown("Trial"));
    }
    return leavingOut(
        new SharedTable(
            id, "", columns, numbers.rows().stream().map(row -> cells(numbers, row)).toList(), ""),
        figure.without());
  }

  /** The same table with a column that says in its CSV which trials are left out by hand. */
  static SharedTable leavingOut(SharedTable table, WithoutTrials without) {
    if (without.isEmpty()) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(new Column("Without", false));
    return new SharedTable(
        table.id(),
        table.title(),
        columns,
        table.rows().stream()
            .map(row -> Stream.concat(row.stream(), Stream.of(text(without.brief()))).toList())
            .toList(),
        table.note());
  }

  private static List<JsonNode> cells(FigureNumbers numbers, FigureNumbers.Row row) {
    List<JsonNode> cells = new ArrayList<>();
    cells.add(text(row.layer()));
    cells.add(number(row.x()));
    cells.add(number(row.y()));
    if (numbers.hasLast()) {
      cells.add(number(row.last()));
    }
    if (numbers.hasTrials()) {
      cells.add(row.trial().isEmpty() ? NODES.nullNode() : plain(row.trial()));
    }
    return cells;
  }

  /** Numbers with their names and meanings, whose values are texts as people read them. */
  static SharedTable of(String id, NumberTable table) {
    boolean units = table.rows().stream().anyMatch(row -> !row.unit().isEmpty());
    boolean meanings = table.rows().stream().anyMatch(row -> !row.meaning().isEmpty());
    List<Column> columns = new ArrayList<>();
    columns.add(shown(""));
    table.columns().forEach(head -> columns.add(shown(head)));
    if (units) {
      columns.add(shown("Unit"));
    }
    if (meanings) {
      columns.add(shown("Meaning"));
    }
    return new SharedTable(
        id,
        table.title(),
        columns,
        table.rows().stream()
            .map(
                row ->
                    Stream.of(
                            Stream.of(row.name()),
                            row.values().stream(),
                            units ? Stream.of(row.unit()) : Stream.<String>of(),
                            meanings ? Stream.of(row.meaning()) : Stream.<String>of())
                        .flatMap(each -> each)
                        .map(FreezeTable::text)
                        .toList())
            .toList(),
        table.note());
  }

  /** A table, of which the page shows the columns with some names. */
  static SharedTable of(String id, Table table, Set<String> names) {
    return new SharedTable(
        id,
        "",
        table.columns().stream()
            .map(column -> new Column(column.name(), names.contains(column.name())))
            .toList(),
        IntStream.range(0, table.rows())
            .mapToObj(
                row ->
                    table.columns().stream().map(column -> cell(column.cells().get(row))).toList())
            .toList(),
        "");
  }

  private static JsonNode cell(Optional<Object> cell) {
    return switch (cell.orElse("")) {
      case Long whole -> NODES.numberNode(whole);
      case Double number -> NODES.numberNode(number);
      case Object other ->
          cell.isEmpty() ? NODES.nullNode() : text(Notation.plain(other.toString()));
    };
  }

  /** The fields of a JSON document by their paths. */
  static SharedTable ofFields(String id, String title, JsonNode json) {
    List<List<JsonNode>> rows = new ArrayList<>();
    fields("", json, rows);
    return new SharedTable(id, title, List.of(shown("Field"), shown("Value")), rows, "");
  }

  private static void fields(String path, JsonNode json, List<List<JsonNode>> rows) {
    if (json.isObject()) {
      json.properties()
          .forEach(
              field ->
                  fields(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      rows));
    } else {
      rows.add(List.of(text(path), text(json.isString() ? json.asString() : json.toString())));
    }
  }

  private static Column shown(String head) {
    return new Column(head, true);
  }

  private static JsonNode text(String text) {
    return NODES.stringNode(text);
  }

  private static JsonNode plain(String digits) {
    return NODES.numberNode(Integer.parseInt(digits));
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value) ? NODES.numberNode(value) : NODES.nullNode();
  }
}
