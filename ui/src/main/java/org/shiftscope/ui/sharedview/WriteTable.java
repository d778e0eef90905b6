package org.shiftscope.ui.sharedview;

import static org.shiftscope.ui.wording.Notation.escaped;
import static org.shiftscope.ui.wording.Notation.html;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.ui.sharedview.PageFacts.Addresses;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Words;
import tools.jackson.databind.JsonNode;

/** Writes a table: the columns that are shown, numbers as people read them, and its CSV. */
final class WriteTable {

  /** A page of more would be slow to read and to draw; the CSV has all. */
  private static final int MOST_ROWS = 200;

  /** On paper a longer one is left to the CSV. */
  private static final int MOST_PRINTED = 60;

  private static final String TRIALS = "trials-table";

  private WriteTable() {}

  static String block(SharedTable table, Addresses addresses) {
    String id = escaped(table.id());
    int rows = table.rows().size();
    var html = new StringBuilder("<div class=\"table-block\" id=\"" + id + "\">");
    if (!table.title().isEmpty()) {
      html.append("<h3>").append(html(table.title())).append("</h3>");
    }
    html.append("<div class=\"scrolls").append(rows > MOST_PRINTED ? " long" : "");
    html.append("\" tabindex=\"0\">").append(table(table)).append("</div>");
    if (!table.note().isEmpty()) {
      html.append("<p class=\"quiet\">").append(html(table.note())).append("</p>");
    }
    html.append("<p class=\"csv\">").append(said(table, rows)).append("<a href=\"");
    html.append(escaped(addresses.own())).append("csv?table=").append(id);
    return html.append("\" download>CSV</a></p></div>\n").toString();
  }

  private static String said(SharedTable table, int rows) {
    boolean hides = table.columns().stream().anyMatch(column -> !column.shown());
    String all = rows > MOST_ROWS || hides ? "All of it: " : "";
    String some =
        rows > MOST_ROWS ? "The first " + MOST_ROWS + " of " + Words.count(rows, "row") + ". " : "";
    String printed =
        rows > MOST_PRINTED
            ? "<span class=\"in-print\">" + Words.count(rows, "row") + ", in the CSV. </span>"
            : "";
    return printed + some + all;
  }

  private static String table(SharedTable table) {
    List<Integer> columns =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).shown())
            .boxed()
            .toList();
    var html = new StringBuilder("<table><thead><tr>");
    columns.forEach(
        i ->
            html.append("<th scope=\"col\">")
                .append(html(table.columns().get(i).head()))
                .append("</th>"));
    html.append("</tr></thead><tbody>");
    table.rows().stream().limit(MOST_ROWS).forEach(row -> html.append(row(table, columns, row)));
    return html.append("</tbody></table>").toString();
  }

  private static String row(SharedTable table, List<Integer> columns, List<JsonNode> cells) {
    boolean trial = table.id().equals(TRIALS) && cells.getFirst().isIntegralNumber();
    var html = new StringBuilder("<tr");
    if (trial) {
      html.append(" id=\"trial-").append(cells.getFirst().asString()).append('"');
    }
    html.append('>');
    for (int i = 0; i < columns.size(); i++) {
      JsonNode cell = cells.get(columns.get(i));
      html.append(i == 0 ? "<th scope=\"row\"" : "<td");
      html.append(cell.isNumber() ? " class=\"number\">" : ">").append(text(cell));
      html.append(i == 0 ? "</th>" : "</td>");
    }
    return html.append("</tr>\n").toString();
  }

  private static String text(JsonNode cell) {
    if (cell.isNull()) {
      return "–";
    }
    if (cell.isIntegralNumber()) {
      return cell.asString();
    }
    return cell.isNumber() ? FormatNumber.significant(cell.asDouble()) : html(cell.asString());
  }
}
