package org.shiftscope.server.print;

import static org.shiftscope.ui.wording.Notation.escaped;

import java.util.List;
import java.util.stream.IntStream;
import org.shiftscope.ui.sharedview.SharedView.SharedTable;
import org.shiftscope.ui.wording.FormatNumber;
import org.shiftscope.ui.wording.Notation;
import org.shiftscope.ui.wording.Words;
import tools.jackson.databind.JsonNode;

/** Writes a table for paper: its head on each page, numbers as people read them. */
final class WriteFoTable {

  /** A longer one is left to the CSV, as where the page is printed. */
  private static final int MOST_ROWS = 60;

  private static final int NARROWEST = 5;
  private static final int WIDEST = 40;
  private static final int LONGEST_WORD = 12;
  private static final char MAY_BREAK = '\u200B';

  private final SharedTable table;
  private final List<Integer> columns;
  private final StringBuilder out = new StringBuilder();

  private WriteFoTable(SharedTable table) {
    this.table = table;
    this.columns =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).shown())
            .boxed()
            .toList();
  }

  /**
   * Writes it.
   *
   * @param own the whole address of what {@code csv} follows
   */
  static String of(SharedTable table, String own) {
    return new WriteFoTable(table).write(own);
  }

  /** The same text, whose long words can be broken. */
  static String breakable(String text) {
    var breakable = new StringBuilder();
    int letters = 0;
    for (char c : text.toCharArray()) {
      breakable.append(c);
      letters = Character.isWhitespace(c) ? 0 : letters + 1;
      if (letters == LONGEST_WORD && !Character.isHighSurrogate(c)) {
        breakable.append(MAY_BREAK);
        letters = 0;
      }
    }
    return breakable.toString();
  }

  private String write(String own) {
    int rows = table.rows().size();
    if (!table.title().isEmpty()) {
      out.append("<fo:block font-weight=\"bold\" space-before=\"3mm\"")
          .append(" keep-with-next.within-page=\"always\">")
          .append(WriteFo.inline(table.title()))
          .append("</fo:block>");
    }
    if (rows > 0 && rows <= MOST_ROWS && !columns.isEmpty()) {
      table();
    }
    boolean hides = columns.size() < table.columns().size();
    String said =
        (table.note().isEmpty() ? "" : WriteFo.inline(table.note()) + " ")
            + (rows > MOST_ROWS
                ? Words.count(rows, "row") + ", in the "
                : hides ? "All of it: " : "")
            + WriteFo.link(own + "csv?table=" + table.id(), "CSV");
    return out.append("<fo:block font-size=\"7.5pt\" color=\"#536379\" space-before=\"1mm\">")
        .append(said)
        .append("</fo:block>\n")
        .toString();
  }

  private void table() {
    out.append(
        "<fo:table table-layout=\"fixed\" width=\"100%\" space-before=\"2mm\" line-height=\"1.25\"");
    out.append(" font-size=\"").append(columns.size() > 8 ? "5.5pt" : "7pt").append("\">");
    columns.forEach(
        i ->
            out.append("<fo:table-column column-width=\"proportional-column-width(")
                .append(width(i))
                .append(")\"/>"));
    out.append("<fo:table-header><fo:table-row font-weight=\"bold\" color=\"#536379\">");
    columns.forEach(i -> cell(WriteFo.inline(breakable(head(i))), isNumber(i)));
    out.append("</fo:table-row></fo:table-header><fo:table-body>");
    for (List<JsonNode> row : table.rows()) {
      out.append("<fo:table-row keep-together.within-page=\"always\">");
      columns.forEach(i -> cell(text(row.get(i)), isNumber(i)));
      out.append("</fo:table-row>\n");
    }
    out.append("</fo:table-body></fo:table>");
  }

  private void cell(String content, boolean right) {
    out.append("<fo:table-cell padding=\"0.6mm 1.2mm 0.6mm 0\"");
    out.append(" border-bottom=\"0.3pt solid #dde3ea\"><fo:block");
    out.append(right ? " text-align=\"right\">" : ">").append(content);
    out.append("</fo:block></fo:table-cell>");
  }

  private String head(int column) {
    return table.columns().get(column).head();
  }

  private boolean isNumber(int column) {
    return table.rows().stream()
        .allMatch(row -> row.get(column).isNumber() || row.get(column).isNull());
  }

  /** In letters. */
  private int width(int column) {
    int longest =
        table.rows().stream()
            .mapToInt(row -> Notation.plain(shown(row.get(column))).length())
            .max()
            .orElse(0);
    return Math.clamp(Math.max(longest, Math.min(head(column).length(), 12)), NARROWEST, WIDEST);
  }

  private static String text(JsonNode cell) {
    return cell.isString() ? WriteFo.inline(breakable(cell.asString())) : escaped(shown(cell));
  }

  private static String shown(JsonNode cell) {
    if (cell.isNull()) {
      return "–";
    }
    return cell.isNumber() && !cell.isIntegralNumber()
        ? FormatNumber.significant(cell.asDouble())
        : cell.asString();
  }
}
